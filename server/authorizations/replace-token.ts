import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { enqueue } from '@/server/jobs/enqueue';
import { letGo } from '@/server/reach/let-go';
import { beginGrants } from '@/server/reach/save-grants-in-parts';
import { saveReach } from '@/server/reach/save-reach';
import { saveRemainingGrants } from '@/server/reach/save-remaining-grants';
import { upsertAdvertisers } from '@/server/reach/upsert-advertisers';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { tokenDigest } from '@/server/vault/told-digest';
import type { Candidate } from './candidate';
import { compareNow, showAgain } from './compare-held';
import { losesNothing, losesTheSame } from './compare-reach';
import { forgotten } from './end-authorization';
import { lockHeld, type Held } from './lock-held';
import { tokenColumns } from './token-columns';

/**
 * Puts the token held aside in the connection's place, where that changes what was shown: same id, owner and tags. The old token is forgotten here. Of what
 * it reaches, the first thousand changes come with it; the others follow in parts, after a crash by the inspection that
 * the minute's resume asks for.
 */
export async function replaceToken(
  actor: Actor,
  id: string,
  { acceptLosses }: { acceptLosses: boolean },
): Promise<void> {
  const { teamId } = actor;
  await describeHeld(teamId, id, acceptLosses);
  const replaced = await db.$transaction(async (tx) => {
    const held = await lockHeld(tx, teamId, id);
    const { comparison: shown, scopes } = held.candidate;
    if (!shown?.canReplace) throw otherIdentity();
    const now = await compareNow(tx, teamId, held);
    const same = losesTheSame(now, shown);
    if (!now.canReplace || !(losesNothing(now) || same)) return null;
    // What was shown also says who is new to the team.
    const comparison = same && now.advertisers.gainedCount === shown.advertisers.gainedCount ? shown : now;
    if (!losesNothing(comparison) && !acceptLosses) throw lossesUnconfirmed();
    const { name, tokenHash, remaining } = await renew(tx, actor, id, {
      ...held,
      candidate: { ...held.candidate, comparison },
    });
    await settleHeld(tx, teamId, { id, connectionId: held.connectionId, remaining });
    await record(
      tx,
      actor,
      'connection.reauthorized',
      { kind: 'connection', id: held.connectionId, name },
      {
        data: {
          authorizationId: id,
          scopes,
          advertisersGained: comparison.advertisers.gainedCount,
          advertisersLost: comparison.advertisers.lostCount,
          scopesLost: comparison.scopes.lost,
          tokenDigest: tokenDigest(held.connectionId, tokenHash),
        },
      },
    );
    return { connectionId: held.connectionId, remaining };
  });
  if (!replaced) {
    await showAgain(teamId, id);
    throw changedSince();
  }
  const { connectionId, remaining } = replaced;
  if (!remaining) return;
  await saveRemainingGrants({ teamId, connectionId });
  await enqueue('connection.inspect', { teamId, connectionId });
}

const otherIdentity = () =>
  new AppError('precondition_failed', 'This token is somebody else’s; save it as a connection of its own.', {
    data: { reason: 'other_identity' },
  });

const lossesUnconfirmed = () =>
  new AppError('precondition_failed', 'Re-authorizing loses advertisers or permissions; confirm that first.', {
    data: { reason: 'losses_unconfirmed' },
  });

const changedSince = () =>
  new AppError(
    'conflict',
    'What re-authorizing would change is another than was shown. Look at it again, then decide.',
    {
      data: { reason: 'comparison_changed' },
    },
  );

type Settled = { id: string; connectionId: string; remaining: readonly string[] | null };

/** The authorization has done its work. What an earlier one has left to save is out of date. */
async function settleHeld(tx: Transaction, teamId: string, { id, connectionId, remaining }: Settled): Promise<void> {
  const candidate = remaining ? { advertiserIds: [...remaining] } : Prisma.DbNull;
  await tx.authorization.update({
    where: { teamId_id: { teamId, id } },
    data: { ...forgotten, candidate, status: 'connected', failure: Prisma.DbNull, finishedAt: new Date() },
    select: { id: true },
  });
  await tx.authorization.updateMany({
    where: { teamId, connectionId, status: 'connected', id: { not: id }, candidate: { not: Prisma.DbNull } },
    data: { candidate: Prisma.DbNull },
  });
}

/**
 * What is known of advertisers is written before the token is replaced, in transactions of its own. A connection that was
 * just revoked has let go of everything first, as it has told.
 */
async function describeHeld(teamId: string, id: string, acceptLosses: boolean): Promise<void> {
  const row = await db.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { status: true, connectionId: true, candidate: true },
  });
  const { comparison, reach } = (row?.status === 'comparing' ? row.candidate : {}) as Partial<Candidate>;
  if (!comparison?.canReplace || !(acceptLosses || losesNothing(comparison))) return;
  await upsertAdvertisers(db, teamId, reach?.advertisers ?? []);
  if (row?.connectionId) await letGo({ teamId, connectionId: row.connectionId });
}

async function renew(tx: Transaction, { teamId, name: actor }: Actor, authorizationId: string, held: Held) {
  const { connectionId, candidate, accessToken } = held;
  const where = { teamId_id: { teamId, id: connectionId } };
  const { name, state } = await tx.connection.findUniqueOrThrow({ where, select: { name: true, state: true } });
  const { reach, advertiserIds, comparison } = candidate;
  const ids = reach?.advertisers?.map(({ advertiserId }) => advertiserId) ?? advertiserIds;
  const reachesNone = ids?.length === 0;
  const found = reachesNone ? 'degraded' : 'healthy';
  const now = new Date();
  const token = tokenColumns(accessToken, { teamId, rowId: connectionId });
  const remaining = ids && (await beginGrants(tx, { teamId, connectionId }, ids)) ? ids : null;
  if (reach) await saveReach(tx, { teamId, id: connectionId }, { ...reach, advertisers: null });
  await tx.connection.update({
    where,
    data: {
      ...token,
      ...(state === 'paused' ? { stateBeforePause: found } : { state: found }),
      ...(state !== found && state !== 'paused' && { stateSince: now }),
      scopes: candidate.scopes,
      problem: reachesNone ? plainFailure('no_advertisers') : Prisma.DbNull,
      lastCheckError: Prisma.DbNull,
      suspectedAt: null,
      revokedAt: null,
      lastCheckedAt: now,
      lastAuthorizedAt: now,
      authorizedCount: { increment: 1 },
      // What it reaches is outstanding, again.
      ...(remaining && { inspectedAt: null }),
    },
    select: { id: true },
  });
  await tx.connectionEvent.create({
    data: { teamId, connectionId, kind: 'reauthorized', data: { actor, authorizationId, comparison } },
  });
  return { name, tokenHash: token.tokenHash, remaining };
}
