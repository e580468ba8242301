import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { openApp } from '@/server/credentials/open-app';
import { openTwice } from '@/server/credentials/open-twice';
import { SecretTamperedError } from '@/server/credentials/secret-tampered-error';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
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
      await openTwice(() => replaceToken(actor, id, { acceptLosses: false }));
    }
  } catch (error) {
    if (error instanceof SecretTamperedError) return waitForSecret(actor, id);
    if (error instanceof TamperedError) return endTampered(actor, id);
    if (!(error instanceof TikTokError)) throw error;
    await settle(actor, id, error);
  }
}

async function settle(actor: Actor, id: string, error: TikTokError): Promise<void> {
  const failure = describeFailure(error);
  if (!error.data.classification.retry) {
    await endAuthorization(actor, id, { from: ['comparing'], to: 'refused', failure });
    return;
  }
  await db.authorization.updateMany({ where: { teamId: actor.teamId, id, status: 'comparing' }, data: { failure } });
  await enqueue('authorization.compare', { teamId: actor.teamId, authorizationId: id }, { afterSeconds: pauseSeconds });
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
