import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePercent } from './pasted-text';

test('decodes what decodeURIComponent does, and leaves what that would throw for', () => {
  const run = fc.uint8Array({ minLength: 1, maxLength: 4 }).map((bytes) => {
    return [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  });
  fc.assert(
    fc.property(run, (text) => decodePercent(text) === decoded(text)),
    { numRuns: 5000 },
  );
});

test.for(['%C0%80', '%ED%A0%80', '%F4%90%80%80', '%E3%81', '%', '%zz'])('%s stays as it is', (text) => {
  expect(decodePercent(text)).toBe(text);
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
