import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './day';

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const days = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });

test('a day read back from the address is the day that was chosen, at both ends', () => {
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayOf(startOfDay(day), zone, 'from')).toBe(day);
      expect(dayOf(endOfDay(day), zone, 'to')).toBe(day);
      expect(endOfDay(day) > startOfDay(day)).toBe(true);
    }),
  );
});

test('a moment is the day that it is where the reader is', () => {
  expect(dayOf('2026-03-31T15:00:00.000Z', 'Asia/Tokyo', 'from')).toBe('2026-04-01');
  expect(dayOf('2026-03-31T15:00:00.000Z', 'Asia/Tokyo', 'to')).toBe('2026-03-31');
});
