import 'server-only';
import type { Transaction } from '@/server/database/client';
import type { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { readGranted } from '@/server/reach/save-grants';
import type { Candidate } from './candidate';

/** The authorization that made the second of two connections, and the first. */
export type Pair = { id: string; earlierId: string };

/**
 * Locks both connections of a pair, and the authorization that made the later one. @returns the later one, with what its
 * token reaches, and with its authorization's note of that where part of it is not saved, or let go already.
 * @throws AppError conflict where they are no such pair.
 */
export async function lockPair(tx: Transaction, teamId: string, { id, earlierId }: Pair) {
  await tx.$queryRaw`SELECT 1 FROM "Authorization" WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid FOR UPDATE`;
  const authorization = await tx.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: { status: true, reauthorizes: true, connectionId: true, candidate: true },
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
  // One that somebody paused is not to be handed out by way of the other.
  const untouched =
    made?.state !== 'paused' &&
    made?.authorizedCount === 1 &&
    made._count.authorizations === 1 &&
    made._count.connectLinks === 0;
  const first = authorization.status === 'connected' && !authorization.reauthorizes && madeId !== earlierId;
  if (!made?.tokenSealed || !alike || !untouched || !first) {
    throw new AppError('conflict', 'These are not two connections of one TikTok user, the later one fresh.');
  }
  const note = authorization.candidate as Pick<Candidate, 'advertiserIds'> | null;
  return { ...made, tokenSealed: made.tokenSealed, noted: note?.advertiserIds ?? null };
}

export type Made = Awaited<ReturnType<typeof lockPair>>;

/** Everything that its token reaches, also where not all of it is saved, or some of it let go. */
export async function reachedBy(tx: Transaction, { teamId, id, noted }: Made): Promise<string[]> {
  return noted ?? (await readGranted(tx, { teamId, connectionId: id }));
}

const pairSelect = {
  id: true,
  teamId: true,
  name: true,
  appId: true,
  tiktokUserId: true,
  state: true,
  tokenSealed: true,
  tokenHash: true,
  scopes: true,
  inspectedAt: true,
  authorizedCount: true,
  _count: { select: { authorizations: true, connectLinks: true } },
} as const satisfies Prisma.ConnectionSelect;
