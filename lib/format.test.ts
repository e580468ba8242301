import { describe, expect, it } from 'vitest';
import { distance, formatCountdown, formatDate, formatDateTime, formatNumber } from '@/lib/format';

describe('dates', () => {
  const moment = '2026-09-03T00:14:00Z';

  it.each([
    ['en', 'UTC', 'Sep 3, 2026', 'Sep 3, 2026, 00:14'],
    ['ja', 'Asia/Tokyo', '2026年9月3日', '2026年9月3日 09:14'],
  ])('%s in %s', (locale, zone, date, dateTime) => {
    expect(formatDate(moment, locale, zone)).toBe(date);
    expect(formatDateTime(moment, locale, zone)).toBe(dateTime);
  });

  it('names the zone when asked', () => {
    expect(formatDateTime(moment, 'en', 'UTC', true)).toBe('Sep 3, 2026, 00:14 UTC');
  });
});

describe('distance', () => {
  const now = new Date('2026-09-03T12:00:00Z');

  it.each([
    ['2026-09-03T11:59:30Z', -30, 'second'],
    ['2026-09-03T11:56:00Z', -4, 'minute'],
    ['2026-09-03T17:42:00Z', 5, 'hour'],
    ['2026-09-01T11:00:00Z', -2, 'day'],
    ['2026-03-14T12:00:00Z', -5, 'month'],
    ['2023-09-03T12:00:00Z', -3, 'year'],
  ])('%s is %d %s away', (moment, value, unit) => {
    expect(distance(moment, now)).toEqual({ value, unit });
  });
});

it.each([
  [-5, '0:00'],
  [2_832_000, '47:12'],
  [3_723_000, '1:02:03'],
  [7_704_000_000, '89d 4h'],
])('counts %d ms down as %s', (milliseconds, text) => {
  expect(formatCountdown(milliseconds)).toBe(text);
});

it('groups digits', () => {
  expect(formatNumber(10_000, 'ja')).toBe('10,000');
});
