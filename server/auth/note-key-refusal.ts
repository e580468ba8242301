import 'server-only';
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { log } from '@/server/log';
import { metrics } from '@/server/metrics/metrics';
import { shared } from '@/server/shared';
import type { Key } from './actor';

/** Why a key of this installation was refused as such, whatever it was brought for. */
export type KeyRefusal = 'revoked' | 'expired' | 'address';

const onceInSeconds = 60;

/** Counts a key that nobody knows. It has no team whose audit could tell of it. */
export function noteUnknownKey(): void {
  metrics().keysRefused.inc({ because: 'unknown' });
}

/**
 * Tells the team's audit that one of its keys was brought and refused: once a minute for each key, over all instances, so
 * that whoever goes on with a dead key floods nothing. The key is refused whether or not that can be written.
 */
export async function noteKeyRefusal(key: Key, because: KeyRefusal): Promise<void> {
  metrics().keysRefused.inc({ because });
  if (!(await isFirst(key.id))) return;
  const { id, name } = key;
  const detail = { result: 'refused', data: { because } } as const;
  await db
    .$transaction((tx) => record(tx, key, 'key.refused', { kind: 'key', id, name }, detail))
    .catch((error: unknown) => log.error({ err: error, key: id }, 'The refusal of a key could not be recorded'));
}

async function isFirst(keyId: string): Promise<boolean> {
  try {
    await limiter().consume(keyId);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

function limiter(): RateLimiterPrisma {
  return shared('key-refusals', () => {
    const limits = { points: 1, duration: onceInSeconds, keyPrefix: 'refused' };
    return new RateLimiterPrisma({
      ...limits,
      storeClient: db,
      tableName: 'rateLimit',
      // A flood is kept out from memory, at no cost to the database.
      inMemoryBlockOnConsumed: 2,
      insuranceLimiter: new RateLimiterMemory(limits),
    });
  });
}
