import 'server-only';
import { hasChain, startChains } from '@/server/audit/start-chains';
import { db, type Transaction } from '@/server/database/client';
import { env } from '@/server/env';
import type { MasterKey } from '@/server/master-keys';
import { lostAuditKey, lostKeys, makeDataKey, openDataKey, purposes, readDataKeys } from '@/server/vault/data-keys';
import { holdKeys } from '@/server/vault/hold-keys';
import { keyring, putKeyring } from '@/server/vault/keyring';
import { learnSealCounts } from '@/server/vault/seal-count';
import { toKeyring } from '@/server/vault/to-keyring';

/**
 * Unwraps the data keys, after making them in a new database, and refuses master keys that do not open them. Comes
 * before anything listens. Asking again reads keys that another instance has added. `mayBeginAudit`: somebody says that
 * this database is of a version before the audit's chain, and did not lose its key.
 */
export async function openVault(
  masterKeys = env().ENCRYPTION_KEYS,
  { mayBeginAudit = false }: { mayBeginAudit?: boolean } = {},
): Promise<void> {
  const dataKeys = await db.$transaction(async (tx) => {
    await holdKeys(tx);
    await makeMissingKeys(tx, masterKeys, mayBeginAudit);
    return readDataKeys(tx);
  });
  putKeyring(toKeyring(dataKeys, (dataKey) => openDataKey(dataKey, masterKeys)));
  learnSealCounts(dataKeys, keyring().current);
}

/** All of them in a new database; in one of an earlier version, where that is said, the audit's, with which its chains begin. */
async function makeMissingKeys(tx: Transaction, masterKeys: MasterKey[], mayBeginAudit: boolean): Promise<void> {
  const there = await tx.dataKey.findMany({ select: { purpose: true } });
  const missing = purposes.filter((purpose) => !there.some((one) => one.purpose === purpose));
  const isAudit = String(missing) === 'audit';
  const known = [purposes.length, 0].includes(missing.length) || isAudit;
  if (!known || (isAudit && (await hasChain(tx)))) throw lostKeys();
  if (isAudit && !mayBeginAudit) throw lostAuditKey();
  // One time for all: whether the chains began with the installation is told by it.
  const at = await now(tx);
  for (const purpose of missing) {
    const { key } = await makeDataKey(tx, { purpose, createdAt: at, activeAt: at }, masterKeys);
    if (purpose === 'audit') await startChains(tx, key);
  }
}

async function now(tx: Transaction): Promise<Date> {
  const [clock] = await tx.$queryRaw<{ at: Date }[]>`SELECT date_trunc('milliseconds', now()) AS at`;
  return clock!.at;
}
