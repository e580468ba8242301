import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { endAuthorization } from './end-authorization';

const failure = plainFailure('secret_tampered');

/**
 * The app's Secret was altered where it is stored, so nothing was sent to TikTok. A code waits for it to be entered again
 * as long as it lives: the minute's resume tries it. One that may have been sent before may have brought a token.
 */
export async function waitForSecret(actor: Actor, id: string): Promise<void> {
  const { teamId } = actor;
  const waits = await db.$executeRaw`
    UPDATE "Authorization" SET failure = ${JSON.stringify(failure)}::jsonb, "leaseUntil" = NULL
    WHERE "teamId" = ${teamId}::uuid AND id = ${id}::uuid
      AND (status = 'comparing' OR status = 'claimed' AND "codeAt" > now() - interval '1 hour')`;
  if (waits > 0) return;
  const row = await db.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { ambiguous: true },
  });
  await endAuthorization(actor, id, { from: ['claimed'], to: row?.ambiguous ? 'lost' : 'refused', failure });
}
