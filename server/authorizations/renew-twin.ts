import 'server-only';
import type { Authorization } from '@/contract/authorizations';
import type { Actor } from '@/server/auth/actor';
import { record } from '@/server/audit/record';
import { demandWithin } from '@/server/auth/within';
import { openToken } from '@/server/credentials/open-token';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { saveGrants } from '@/server/reach/save-grants';
import { seal } from '@/server/vault/seal';
import type { Candidate } from './candidate';
import { compareAuthorization } from './compare-authorization';
import { findAuthorization, getAuthorization } from './find-authorization';

/**
 * Turns an authorization that made a second connection of one TikTok user to one app into a re-authorization of the
 * first: the token moves, in one transaction, from the new connection to where tokens are held aside, and is compared
 * like any other. The new connection, which has no past to lose, is removed.
 * @throws AppError conflict where the two are no such pair, or the new one has been used for more meanwhile.
 */
export async function renewTwin(
  actor: Actor,
  { id, connectionId }: { id: string; connectionId: string },
): Promise<Authorization> {
  await findAuthorization(actor, id);
  await demandWithin(actor, connectionId);
  await db.$transaction((tx) => moveAside(tx, actor, { id, earlierId: connectionId }), { timeout: 60_000 });
  await compareAuthorization(actor, id);
  return getAuthorization(actor, { id });
}

async function moveAside(tx: Transaction, actor: Actor, { id, earlierId }: { id: string; earlierId: string }) {
  const { teamId } = actor;
  const made = await lockPair(tx, teamId, { id, earlierId });
  const grants = await tx.grant.findMany({
    where: { teamId, connectionId: made.id },
    select: { advertiserId: true },
  });
  const candidate: Candidate = {
    scopes: made.scopes,
    advertiserIds: grants.map(({ advertiserId }) => advertiserId),
    reach: null,
    comparison: null,
  };
  await tx.authorization.update({
    where: { teamId_id: { teamId, id } },
    data: {
      status: 'comparing',
      reauthorizes: true,
      connectionId: earlierId,
      candidate,
      tokenSealed: seal(openToken(made), { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id }),
      failure: Prisma.DbNull,
      finishedAt: null,
    },
  });
  await saveGrants(tx, { teamId, connectionId: made.id }, []);
  await tx.connection.delete({ where: { teamId_id: { teamId, id: made.id } }, select: { id: true } });
  const told = { kind: 'connection', id: made.id, name: made.name } as const;
  await record(tx, actor, 'connection.moved', told, { data: { authorizationId: id, into: earlierId } });
}

async function lockPair(tx: Transaction, teamId: string, { id, earlierId }: { id: string; earlierId: string }) {
  await tx.$queryRaw`SELECT 1 FROM "Authorization" WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid FOR UPDATE`;
  const authorization = await tx.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { status: true, reauthorizes: true, connectionId: true },
  });
  if (!authorization) throw new AppError('not_found', 'There is no such authorization in this team.');
  const madeId = authorization.connectionId;
  const ids = [madeId, earlierId].filter((each) => each !== null).sort();
  await tx.$queryRaw`
    SELECT 1 FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const rows = await tx.connection.findMany({ where: { teamId, id: { in: ids } }, select: pairSelect });
  const made = rows.find((row) => row.id === madeId);
  const earlier = rows.find((row) => row.id === earlierId);
  if (!earlier) throw new AppError('not_found', 'There is no such connection in this team.');
  const alike = made?.appId === earlier.appId && made.tiktokUserId && made.tiktokUserId === earlier.tiktokUserId;
  const untouched = made?.authorizedCount === 1 && made._count.authorizations === 1 && made._count.connectLinks === 0;
  const first = authorization.status === 'connected' && !authorization.reauthorizes && madeId !== earlierId;
  if (!made?.tokenSealed || !alike || !untouched || !first) {
    throw new AppError('conflict', 'These are not two connections of one TikTok user, the later one fresh.');
  }
  return { ...made, tokenSealed: made.tokenSealed };
}

const pairSelect = {
  id: true,
  teamId: true,
  name: true,
  appId: true,
  tiktokUserId: true,
  tokenSealed: true,
  scopes: true,
  authorizedCount: true,
  _count: { select: { authorizations: true, connectLinks: true } },
} as const satisfies Prisma.ConnectionSelect;
