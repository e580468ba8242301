import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { describeFailure } from '@/server/tiktok/describe-failure';
import type { TikTokError } from '@/server/tiktok/tiktok-error';
import { endAuthorization } from './end-authorization';
import type { Attempt } from './attempt';

/** The code lives an hour; the last tries leave ten minutes for clocks that differ. */
const giveUpAfterMs = 50 * 60_000;
const longestPauseSeconds = 60;

/**
 * What a failed try means for its authorization. A code works once, so sending the same one again can never make a
 * second token: silence and trouble are tried again. A refusal after such silence tells nothing of the code that went
 * before it, which may have brought a token: that one is lost, and is called so.
 */
export async function settleFailure(actor: Actor, attempt: Attempt, error: TikTokError): Promise<void> {
  const { classification } = error.data;
  const ambiguous = attempt.ambiguous || error.data.ambiguous;
  const inTime = Date.now() - attempt.codeAt.getTime() < giveUpAfterMs;
  if (classification.retry && inTime) return tryAgainLater(actor, attempt, error, ambiguous);

  await endAuthorization(actor, attempt.id, {
    from: ['claimed'],
    to: ambiguous ? 'lost' : 'refused',
    failure: ambiguous ? { ...describeFailure(error), key: 'lost_in_flight' } : describeFailure(error),
  });
}

async function tryAgainLater({ teamId }: Actor, attempt: Attempt, error: TikTokError, ambiguous: boolean) {
  const afterSeconds = Math.min(longestPauseSeconds, Math.ceil(2 ** attempt.tries * (0.5 + Math.random())));
  await db.authorization.updateMany({
    where: { teamId, id: attempt.id, status: 'claimed' },
    data: {
      tries: { increment: 1 },
      ...(ambiguous && { ambiguous }),
      failure: describeFailure(error),
      leaseUntil: null,
    },
  });
  await enqueue('authorization.exchange', { teamId, authorizationId: attempt.id }, { afterSeconds });
}
