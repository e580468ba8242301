import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { demandAppWithin } from '@/server/auth/within';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { appSelect, type AppRow } from './to-app';

/** @throws AppError not_found, the same for an app of another team, beyond the limits, and for none. */
export async function findApp(actor: Actor, id: string, tx: Transaction = db): Promise<AppRow> {
  demandAppWithin(actor, id);
  const where = { teamId_id: { teamId: actor.teamId, id } };
  const row = await tx.app.findUnique({ where, select: appSelect });
  if (!row) throw new AppError('not_found', 'There is no such app in this team.');
  return row;
}

/** Finds it and keeps it still until the commit: nobody else changes it, and no connection of it appears. */
export async function lockApp(tx: Transaction, actor: Actor, id: string): Promise<AppRow> {
  await tx.$queryRaw`SELECT 1 FROM "App" WHERE "teamId" = ${actor.teamId}::uuid AND "id" = ${id}::uuid FOR UPDATE`;
  return findApp(actor, id, tx);
}
