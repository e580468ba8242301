import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newMasterKey, parseMasterKeys } from '@/server/master-keys';
import { masterKeyFingerprint, unwrap, wrap } from '@/server/vault/master-key';

const newKey = () => parseMasterKeys(newMasterKey())[0]!;
const masterKey = newKey();
const place = { id: 1, purpose: 'seal', masterKeyId: 'k1' };
const dataKey = randomBytes(32);

it('unwraps a data key under its own number, purpose and master key only', () => {
  const wrapped = wrap(masterKey, dataKey, place);
  expect(unwrap(masterKey, wrapped, place)).toEqual(dataKey);
  for (const other of [{ id: 2 }, { purpose: 'fingerprint' }, { masterKeyId: 'k2' }]) {
    expect(() => unwrap(masterKey, wrapped, { ...place, ...other })).toThrow();
  }
  expect(() => unwrap(newKey(), wrapped, place)).toThrow();
});

it('notices every byte that was altered', () => {
  const wrapped = wrap(masterKey, dataKey, place);
  for (const index of wrapped.keys()) {
    const altered = wrapped.slice();
    altered[index]! ^= 1;
    expect(() => unwrap(masterKey, altered, place)).toThrow();
  }
});

it('has a fingerprint that stays and tells nothing of the key', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
  expect(masterKeyFingerprint(key)).toMatch(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/);
  expect(masterKeyFingerprint(key)).toBe(masterKeyFingerprint(Buffer.from(key)));
  expect(masterKeyFingerprint(randomBytes(32))).not.toBe(masterKeyFingerprint(key));
});
