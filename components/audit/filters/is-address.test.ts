import { expect, it } from 'vitest';
import { auditFilter } from '@/contract/audit';
import { isAddress } from './is-address';

it.each([
  ['203.0.113.9', true],
  ['2001:db8::1', true],
  ['::1', true],
  ['::ffff:203.0.113.9', true],
  ['203.0.113', false],
  ['203.0.113.256', false],
  ['203.0.113.9.', false],
  ['2001:db8::1::2', false],
  ['2001:db8::1]/x', false],
  ['localhost', false],
])('takes %s for an address: %s, like the API', (text, whole) => {
  expect(isAddress(text)).toBe(whole);
  expect(auditFilter.safeParse({ ip: text }).success).toBe(whole);
});
