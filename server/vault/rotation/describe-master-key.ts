import 'server-only';
import type { VaultState } from '@/contract/vault';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { currentOf } from '@/server/master-keys';
import { masterKeyFingerprint } from '@/server/vault/master-key';

/** The current master key, and how many of the data keys it wraps already. */
export async function describeMasterKey(masterKeys = env().ENCRYPTION_KEYS): Promise<VaultState['masterKey']> {
  const { id: name, key } = currentOf(masterKeys);
  const fingerprint = masterKeyFingerprint(key);
  const [known, wraps, of] = await Promise.all([
    db.masterKey.findFirst({ where: { fingerprint, retiredAt: null }, select: { createdAt: true } }),
    db.dataKey.count({ where: { masterKey: { fingerprint } } }),
    db.dataKey.count(),
  ]);
  return { name, fingerprint, since: known?.createdAt.toISOString() ?? null, wraps, of };
}
