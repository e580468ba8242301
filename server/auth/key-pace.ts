import 'server-only';
import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { shared } from '@/server/shared';

const windowSeconds = 60;

/** Requests that this instance has taken for itself out of the minute of a key, or of a person. */
type Share = { left: number; until: number };

/** Shares, and not the promises of them, which would hold on to the requests that made them. */
const shares = () =>
  shared(
    'key-shares',
    () => new LRUCache<string, Share>({ max: 10_000, fetchMethod: takeShare, ignoreFetchAbort: true }),
  );

/**
 * Counts a request of a key, or an act of a person. All instances together let each make so many a minute: each takes a sixtieth of them at a
 * time, so that the database is asked once for many requests, and no request is let in that was not counted there.
 * @throws AppError rate_limited, with `data.retryAfterSeconds`
 */
export async function countRequest(keyId: string): Promise<void> {
  for (;;) {
    const share = await shares().forceFetch(keyId);
    if (share.until > Date.now() && share.left > 0) {
      share.left -= 1;
      return;
    }
    if (shares().peek(keyId) === share) shares().delete(keyId);
  }
}

async function takeShare(keyId: string): Promise<Share> {
  const most = env().API_KEY_REQUESTS_PER_MINUTE;
  const left = Math.max(1, Math.floor(most / 60));
  try {
    const { msBeforeNext } = await limiter(most).consume(keyId, left);
    return { left, until: Date.now() + msBeforeNext };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new AppError('rate_limited', `At most ${most} requests a minute are taken from one.`, {
      data: { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)), mostPerMinute: most },
    });
  }
}

function limiter(points: number): RateLimiterPrisma {
  return shared('key-limiter', () => {
    const limits = { points, duration: windowSeconds, keyPrefix: 'key' };
    return new RateLimiterPrisma({
      ...limits,
      storeClient: db,
      tableName: 'rateLimit',
      // Who has used up a minute is refused from memory until it is over.
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: new RateLimiterMemory(limits),
    });
  });
}
