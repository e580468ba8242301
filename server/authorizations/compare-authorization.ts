import 'server-only';
import type { TikTokFailure } from '@/contract/shapes';
import { tikTokKeys, tikTokMeaning } from '@/contract/tiktok-codes';
import type { Actor } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { openTwice } from '@/server/credentials/open-twice';
import { SecretTamperedError } from '@/server/credentials/secret-tampered-error';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { enqueue } from '@/server/jobs/enqueue';
import { letGo } from '@/server/reach/let-go';
import { readReach } from '@/server/reach/read-reach';
import { describeFailure } from '@/server/tiktok/describe-failure';
import { TikTokError } from '@/server/tiktok/tiktok-error';
import { unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import type { Candidate } from './candidate';
import { compareReach, losesNothing } from './compare-reach';
import { endAuthorization } from './end-authorization';
import { endTampered } from './end-tampered';
import { replaceToken } from './replace-token';
import { waitForSecret } from './wait-for-secret';

const pauseSeconds = 15;
const secondLookSeconds = 60;

/**
 * Asks TikTok whose the token held aside is and what it reaches, and sets that beside the connection it would renew.
 * The same person losing nothing: it is put in place. Anything else waits for a decision; the old token stays in use.
 */
export async function compareAuthorization(actor: Actor, id: string): Promise<void> {
  try {
    const held = await openTwice(() => openHeld(actor.teamId, id));
    if (!held || held.candidate.comparison) return;
    const reach = await readReach(held.app, held.accessToken);
    await letGo({ teamId: actor.teamId, connectionId: held.connectionId });
    const comparison = await compareReach(actor.teamId, held.connectionId, held.candidate, reach);
    const candidate: Candidate = { ...held.candidate, reach, comparison };
    await db.authorization.updateMany({
      where: { teamId: actor.teamId, id, status: 'comparing' },
      data: { candidate, failure: Prisma.DbNull },
    });
    if (comparison.canReplace && losesNothing(comparison)) {
      await openTwice(() => replaceToken(actor, id, { acceptLosses: false })).catch(leaveWhereChanged);
    }
  } catch (error) {
    if (error instanceof SecretTamperedError) return waitForSecret(actor, id);
    if (error instanceof TamperedError) return endTampered(actor, id);
    if (!(error instanceof TikTokError)) throw error;
    await settle(actor, id, error);
  }
}

/** Whether TikTok says that the token itself is no more. */
const isDead = (failure: TikTokFailure | null | undefined): boolean =>
  tikTokKeys.some((key) => key === failure?.key && tikTokMeaning(key).state === 'auth_broken');

/**
 * The token that is held aside is the only one of its kind: no word about the app, or about us, ends it, and one that
 * TikTok no longer knows is looked at twice. Until then the old one stays in use, and anybody may cancel.
 */
async function settle(actor: Actor, id: string, error: TikTokError): Promise<void> {
  const failure = describeFailure(error);
  const { retry } = error.data.classification;
  const where = { teamId: actor.teamId, id, status: 'comparing' } as const;
  const last = await db.authorization.findFirst({ where, select: { failure: true } });
  if (isDead(failure) && isDead(last?.failure as TikTokFailure | null)) {
    await endAuthorization(actor, id, { from: ['comparing'], to: 'refused', failure });
    return;
  }
  await db.authorization.updateMany({ where, data: { failure } });
  const afterSeconds = retry ? pauseSeconds : secondLookSeconds;
  await enqueue('authorization.compare', { teamId: actor.teamId, authorizationId: id }, { afterSeconds });
}

/** What it would change has changed since it was compared: that waits for a decision, with the new comparison. */
function leaveWhereChanged(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'conflict')) throw error;
}

async function openHeld(teamId: string, id: string) {
  const row = await db.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { status: true, appId: true, connectionId: true, candidate: true, tokenSealed: true },
  });
  if (row?.status !== 'comparing' || !row.tokenSealed || !row.connectionId) return null;
  return {
    connectionId: row.connectionId,
    candidate: row.candidate as Candidate,
    accessToken: unseal(row.tokenSealed, { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id }),
    app: await openApp({ teamId, id: row.appId }),
  };
}
