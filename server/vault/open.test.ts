import { afterEach, describe, expect, it } from 'vitest';
import { env } from '@/server/env';
import { newMasterKey, parseMasterKeys } from '@/server/master-keys';
import { stableKey, tokenFingerprint } from '@/server/vault/fingerprint';
import { keyring } from '@/server/vault/keyring';
import { masterKeyFingerprint } from '@/server/vault/master-key';
import { openVault } from '@/server/vault/open';
import { seal, unseal } from '@/server/vault/seal';
import { db } from '@/server/database/client';
import { ownDatabase } from '@/test/own-database';

await ownDatabase();
const place = { table: 'App', column: 'secretSealed', teamId: 'a', rowId: '1' };
const others = () => parseMasterKeys(newMasterKey());

afterEach(() => openVault());

describe('openVault', () => {
  it('makes one key of each purpose, however many ask at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => openVault()));
    const purposes = await db.dataKey.findMany({ select: { purpose: true }, orderBy: { id: 'asc' } });
    expect(purposes).toEqual([{ purpose: 'seal' }, { purpose: 'fingerprint' }, { purpose: 'audit' }]);
  });

  it('opens what an earlier opening sealed, and tells the same token again', async () => {
    const [sealed, print] = [seal('secret', place), tokenFingerprint('token')];
    await openVault();
    expect(unseal(sealed, place)).toBe('secret');
    expect(tokenFingerprint('token')).toEqual(print);
    expect(tokenFingerprint('token ')).not.toEqual(print);
    expect(stableKey('tokens')).not.toEqual(stableKey('api keys'));
  });

  it('takes the right key among several, whatever it is called', async () => {
    const { key } = env().ENCRYPTION_KEYS[0]!;
    await expect(openVault([...others(), { id: 'renamed', key }])).resolves.toBeUndefined();
  });

  it('refuses another key, and says which it wants and which it was given', async () => {
    const given = others()[0]!;
    const wanted = masterKeyFingerprint(env().ENCRYPTION_KEYS[0]!.key);
    const refusal = openVault([{ id: 'k1', key: given.key }]);
    await expect(refusal).rejects.toThrow(wanted);
    await expect(refusal).rejects.toThrow(`given: "k1" ${masterKeyFingerprint(given.key)}`);
  });

  it('keeps no key in the open', async () => {
    const rows = JSON.stringify(await db.$queryRaw`SELECT encode("keySealed", 'hex') AS key FROM "DataKey"`);
    for (const secret of [env().ENCRYPTION_KEYS[0]!.key, keyring().stable, keyring().audit])
      expect(rows).not.toContain(secret.toString('hex'));
  });
});
