import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { saveGrants } from '@/server/reach/save-grants';
import { saveReach } from '@/server/reach/save-reach';
import { upsertAdvertisers } from '@/server/reach/upsert-advertisers';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { unseal } from '@/server/vault/seal';
import { tokenDigest } from '@/server/vault/token-digest';
import type { Candidate } from './candidate';
import { losesNothing } from './compare-reach';
import { forgotten } from './end-authorization';
import { tokenColumns } from './token-columns';

/** Puts the token held aside in the connection's place: same id, owner and tags. The old token is forgotten here. */
export async function replaceToken(
  actor: Actor,
  id: string,
  { acceptLosses }: { acceptLosses: boolean },
): Promise<void> {
  await describeHeld(actor.teamId, id, acceptLosses);
  await db.$transaction(async (tx) => {
    const held = await lockHeld(tx, actor.teamId, id);
    const { comparison, scopes } = held.candidate;
    if (!comparison?.canReplace) {
      throw new AppError('precondition_failed', 'This token is somebody else’s; save it as a connection of its own.', {
        data: { reason: 'other_identity' },
      });
    }
    if (!losesNothing(comparison) && !acceptLosses) {
      throw new AppError(
        'precondition_failed',
        'Re-authorizing loses advertisers or permissions; confirm that first.',
        {
          data: { reason: 'losses_unconfirmed' },
        },
      );
    }
    const { tokenHash, ...connection } = await renew(tx, actor, id, held);
    await tx.authorization.update({
      where: { teamId_id: { teamId: actor.teamId, id } },
      data: { ...forgotten, status: 'connected', failure: Prisma.DbNull, finishedAt: new Date() },
    });
    await record(
      tx,
      actor,
      'connection.reauthorized',
      { kind: 'connection', ...connection },
      {
        data: {
          authorizationId: id,
          scopes,
          advertisersGained: comparison.advertisers.gainedCount,
          advertisersLost: comparison.advertisers.lostCount,
          scopesLost: comparison.scopes.lost,
          tokenDigest: tokenDigest(connection.id, tokenHash),
        },
      },
    );
  });
}

/** What is known of advertisers is written before the token is replaced, in transactions of its own. */
async function describeHeld(teamId: string, id: string, acceptLosses: boolean): Promise<void> {
  const row = await db.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { status: true, candidate: true },
  });
  const { comparison, reach } = (row?.status === 'comparing' ? row.candidate : {}) as Partial<Candidate>;
  if (!comparison?.canReplace || !(acceptLosses || losesNothing(comparison))) return;
  await upsertAdvertisers(db, teamId, reach?.advertisers ?? []);
}

/** @throws AppError conflict when it was settled meanwhile. */
export async function lockHeld(tx: Transaction, teamId: string, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Authorization" WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid FOR UPDATE`;
  const row = await tx.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: {
      status: true,
      connectionId: true,
      startedById: true,
      candidate: true,
      tokenSealed: true,
      app: { select: { id: true, name: true } },
    },
  });
  if (row?.status !== 'comparing' || !row.tokenSealed || !row.connectionId) {
    throw new AppError('conflict', 'This re-authorization is already settled.', {
      data: { status: row?.status ?? null },
    });
  }
  const accessToken = unseal(row.tokenSealed, { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id });
  return { ...row, connectionId: row.connectionId, candidate: row.candidate as Candidate, accessToken };
}

async function renew(
  tx: Transaction,
  { teamId, name: actor }: Actor,
  authorizationId: string,
  held: Awaited<ReturnType<typeof lockHeld>>,
) {
  const { connectionId, candidate, accessToken } = held;
  const where = { teamId_id: { teamId, id: connectionId } };
  const { name, state } = await tx.connection.findUniqueOrThrow({ where, select: { name: true, state: true } });
  const { reach, advertiserIds, comparison } = candidate;
  const reachesNone = (reach?.advertisers ?? advertiserIds)?.length === 0;
  const found = reachesNone ? 'degraded' : 'healthy';
  const now = new Date();
  const token = tokenColumns(accessToken, { teamId, rowId: connectionId });
  if (reach) await saveReach(tx, { teamId, id: connectionId }, reach);
  if (!reach?.advertisers && advertiserIds) await saveGrants(tx, { teamId, connectionId }, advertiserIds);
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
    },
  });
  await tx.connectionEvent.create({
    data: { teamId, connectionId, kind: 'reauthorized', data: { actor, authorizationId, comparison } },
  });
  return { id: connectionId, name, tokenHash: token.tokenHash };
}
