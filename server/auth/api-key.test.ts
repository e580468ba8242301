import fc from 'fast-check';
import { expect, test } from 'vitest';
import '@/test/database';
import { hashOfKey, isApiKey, newApiKey, prefixOf } from './api-key';

test('keys are 256 random bits with a checksum, and no two are alike', () => {
  const keys = Array.from({ length: 2000 }, newApiKey);
  expect(new Set(keys).size).toBe(keys.length);
  expect(new Set(keys.map(prefixOf)).size).toBe(keys.length);
  expect(keys.filter((key) => !isApiKey(key))).toEqual([]);
  expect(keys.every((key) => /^gb_[0-9A-Za-z]{49}$/.test(key))).toBe(true);
});

const printable = fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code));

test('a key with any character changed is not taken for one, or has another hash', () => {
  fc.assert(
    fc.property(fc.nat(51), printable, (at, character) => {
      const key = newApiKey();
      fc.pre(key[at] !== character);
      const changed = key.slice(0, at) + character + key.slice(at + 1);
      expect(isApiKey(changed) && Buffer.compare(hashOfKey(changed), hashOfKey(key)) === 0).toBe(false);
      // A checksum of 32 bits finds every change of one character.
      expect(isApiKey(changed)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each(['', 'gb_', 'gb_123', `gb_${'0'.repeat(49)} `, `sk_${'0'.repeat(49)}`, `gb_${'é'.repeat(49)}`])(
  '%j is no key',
  (text) => expect(isApiKey(text)).toBe(false),
);
