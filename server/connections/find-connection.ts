import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { demandWithin } from '@/server/auth/within';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { connectionSelect, type ConnectionRow } from './to-connection';

/** @throws AppError not_found, the same for a connection of another team, beyond the limits, and for none. */
export async function findConnection(actor: Actor, id: string, tx: Transaction = db): Promise<ConnectionRow> {
  await demandWithin(actor, id, tx);
  const where = { teamId_id: { teamId: actor.teamId, id } };
  const row = await tx.connection.findUnique({ where, select: connectionSelect });
  if (!row) throw new AppError('not_found', 'There is no such connection in this team.');
  return row;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockConnection(tx: Transaction, actor: Actor, id: string): Promise<ConnectionRow> {
  await tx.$queryRaw`
    SELECT 1 FROM "Connection" WHERE "teamId" = ${actor.teamId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return findConnection(actor, id, tx);
}
