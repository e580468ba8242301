import { expect, test } from 'vitest';
import { isInRanges, toAddressRange } from './address-range';

test.each([
  ['192.0.2.77/24', '192.0.2.0/24'],
  ['192.0.2.7', '192.0.2.7/32'],
  ['::ffff:192.0.2.7', '192.0.2.7/32'],
  ['2001:DB8::1/32', '2001:db8::/32'],
  ['2001:db8::1', '2001:db8::1/128'],
])('%s is kept as %s', (given, kept) => expect(toAddressRange(given)).toBe(kept));

test.each(['', '192.0.2', '192.0.2.0/33', 'localhost', '2001:db8::/129'])('%j is no range', (text) =>
  expect(toAddressRange(text)).toBeNull(),
);

test.each([
  ['192.0.2.1', true],
  ['::ffff:192.0.2.1', true],
  ['192.0.3.1', false],
  ['2001:db8:ffff::1', true],
  ['2001:db9::1', false],
  ['nonsense', false],
  [null, false],
])('%s within: %s', (ip, within) => expect(isInRanges(ip, ['192.0.2.0/24', '2001:db8::/32'])).toBe(within));
