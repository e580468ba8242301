import 'server-only';
import type { Transaction } from '@/server/database/client';
import { env } from '@/server/env';
import { currentOf } from '@/server/master-keys';
import { knownAs, openDataKey, readDataKeys } from '@/server/vault/data-keys';
import { holdKeys } from '@/server/vault/hold-keys';
import { masterKeyFingerprint, wrap } from '@/server/vault/master-key';

/**
 * Wraps every data key with the current master key, the first of ENCRYPTION_KEYS; those before it have to stand there
 * as well. Nothing else is sealed by a master key, so it takes as long for a million tokens as for one.
 * @returns how many were wrapped by another, and the fingerprint of the current one
 */
export async function rewrapKeys(tx: Transaction, masterKeys = env().ENCRYPTION_KEYS) {
  await holdKeys(tx);
  const current = currentOf(masterKeys);
  const fingerprint = masterKeyFingerprint(current.key);
  const others = (await readDataKeys(tx)).filter(({ masterKey }) => masterKey.fingerprint !== fingerprint);
  const masterKeyId = await knownAs(tx, current);
  for (const dataKey of others) {
    const place = { id: dataKey.id, purpose: dataKey.purpose, masterKeyId };
    const keySealed = wrap(current, openDataKey(dataKey, masterKeys), place);
    await tx.dataKey.update({ where: { id: dataKey.id }, data: { masterKeyId, keySealed }, select: { id: true } });
  }
  await tx.masterKey.updateMany({
    where: { dataKeys: { none: {} }, retiredAt: null },
    data: { retiredAt: new Date() },
  });
  return { count: others.length, fingerprint };
}
