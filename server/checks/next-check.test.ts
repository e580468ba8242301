import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextCheckIn, secondLookLeadMs } from './next-check';

const minute = 60_000;
const interval = fc.integer({ min: 1, max: 10_080 });
const random = fc.double({ min: 0, max: 1, noNaN: true });

test('is within the interval, at most a tenth early', () => {
  fc.assert(
    fc.property(interval, random, (intervalMinutes, at) => {
      const wait = nextCheckIn({ intervalMinutes, suspected: false, mayPass: false }, at);
      expect(wait).toBeLessThanOrEqual(intervalMinutes * minute + 0.001);
      expect(wait).toBeGreaterThanOrEqual(0.9 * intervalMinutes * minute - 0.001);
    }),
  );
});

test('a first “dead” is asked again after 60 to 75 seconds, whatever the interval', () => {
  fc.assert(
    fc.property(interval, random, (intervalMinutes, at) => {
      const second = nextCheckIn({ intervalMinutes, suspected: true, mayPass: false }, at) - secondLookLeadMs;
      expect(second).toBeGreaterThanOrEqual(minute);
      expect(second).toBeLessThanOrEqual(75_000);
    }),
  );
});

test('TikTok’s trouble is asked after in five minutes, or within a shorter interval', () => {
  expect(nextCheckIn({ intervalMinutes: 360, suspected: false, mayPass: true }, 1)).toBe(5 * minute);
  expect(nextCheckIn({ intervalMinutes: 2, suspected: false, mayPass: true }, 1)).toBe(2 * minute);
});
