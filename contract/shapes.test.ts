import { expect, it, vi } from 'vitest';
import { momentOrAgo } from './shapes';

it('takes a moment, or how long ago it was when it is asked', () => {
  vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z') });
  expect(momentOrAgo.parse('P7D')).toBe('2026-03-03T12:00:00.000Z');
  expect(momentOrAgo.parse('PT6H')).toBe('2026-03-10T06:00:00.000Z');
  expect(momentOrAgo.parse('2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00Z');
  for (const text of ['P7', 'P-1D', 'P7H', 'PT7D', 'P99999D', '7D', '0000-01-01T00:00:00Z', 'yesterday']) {
    expect(momentOrAgo.safeParse(text).success, text).toBe(false);
  }
  vi.useRealTimers();
});
