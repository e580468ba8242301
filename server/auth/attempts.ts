import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { shared } from '@/server/shared';

export const attemptWindowSeconds = 15 * 60;

/**
 * Counts a guess before it is checked, so that parallel guesses count too: `most` in 15 minutes for each subject (an
 * account, an address), over all instances and restarts. Without the database each instance counts for itself.
 * @throws AppError rate_limited, with `data.retryAfterSeconds`
 */
export async function countAttempt(subject: string, most = 10): Promise<void> {
  try {
    await limiter(most).consume(digest(subject));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooMany(error.msBeforeNext);
  }
}

/** Whether this instance knows without asking the database that a subject has used up its guesses. @throws AppError rate_limited */
export function demandAttemptsLeft(subject: string, most = 10): void {
  // Public in the library, and missing in its types.
  const store = limiter(most) as RateLimiterPrisma & { getInMemoryBlockMsBeforeExpire(key: string): number };
  const ms = store.getInMemoryBlockMsBeforeExpire(store.getKey(digest(subject)));
  if (ms > 0) throw tooMany(ms);
}

/** After a right one: the next wrong ones count from nothing. */
export async function forgetAttempts(subject: string, most = 10): Promise<void> {
  await limiter(most).delete(digest(subject));
}

function tooMany(ms: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(ms / 1000));
  return new AppError('rate_limited', 'Too many attempts. Wait a while, then try again.', {
    data: { retryAfterSeconds },
  });
}

function limiter(most: number): RateLimiterPrisma {
  const all = shared('limiters', () => new Map<number, RateLimiterPrisma>());
  const known = all.get(most) ?? makeLimiter(most);
  all.set(most, known);
  return known;
}

function makeLimiter(points: number): RateLimiterPrisma {
  const limits = { points, duration: attemptWindowSeconds, keyPrefix: 'attempts' };
  return new RateLimiterPrisma({
    ...limits,
    storeClient: db,
    tableName: 'rateLimit',
    // A flood is refused from memory, at no cost to the database.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
}

/** What people type into the wrong field is no business of a table. */
const digest = (subject: string): string => createHash('sha256').update(subject).digest('base64url').slice(0, 32);
