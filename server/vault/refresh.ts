import 'server-only';
import { db } from '@/server/database/client';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { openDataKey, readDataKeys } from '@/server/vault/data-keys';
import { keyring, putKeyring } from '@/server/vault/keyring';
import { keepSealCounts, learnSealCounts } from '@/server/vault/seal-count';
import { toKeyring } from '@/server/vault/to-keyring';

/** A new key seals only once every instance has looked several times. */
const everyMs = 4_000;

/**
 * Keeps this process's keys those of the database: another instance may rotate them. Until the returned is called, and
 * what is under way has ended: a look after the database was closed would open it again, and keep a program from ending.
 */
export function startRefreshing(every = everyMs): () => Promise<void> {
  let underWay = Promise.resolve();
  const look = () =>
    refreshVault().catch((error: unknown) => {
      if (!isDatabaseUnavailable(error)) log.error({ err: error }, 'The data keys could not be read');
    });
  const timer = setInterval(() => (underWay = look()), every).unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}

/** Takes in keys that were added, turned or retired. Those that are open stay open, whatever the master key is now. */
export async function refreshVault(): Promise<void> {
  const { keys, stable, audit } = keyring();
  const open = { fingerprint: stable, audit } as Record<string, Buffer>;
  await keepSealCounts();
  const dataKeys = await readDataKeys(db);
  putKeyring(
    toKeyring(dataKeys, (dataKey) => {
      const known = open[dataKey.purpose] ?? keys.get(dataKey.id);
      return known ?? openDataKey(dataKey, env().ENCRYPTION_KEYS);
    }),
  );
  learnSealCounts(dataKeys, keyring().current);
}
