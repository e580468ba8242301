import 'server-only';
import type { CoverageList } from '@/contract/coverage';
import type { Actor } from '@/server/auth/actor';
import { and } from '@/server/auth/within';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { entriesWithin } from './expected';

/** Lists of the team, as `l`, that whoever asks may know of: some of what they expect is within the limits. */
export function listsOf(actor: Actor): Prisma.Sql {
  const within = entriesWithin(actor);
  const some = within.length > 0 ? Prisma.sql`AND EXISTS (SELECT 1 ${entriesOf(within)})` : Prisma.empty;
  return Prisma.sql`"CoverageList" l WHERE l."teamId" = ${actor.teamId}::uuid ${some}`;
}

/** What is told of them: they expect as many as may be named. */
export function listColumns(actor: Actor): Prisma.Sql {
  const within = entriesWithin(actor);
  const count =
    within.length > 0 ? Prisma.sql`(SELECT count(*)::int ${entriesOf(within)})` : Prisma.sql`l."entryCount"`;
  return Prisma.sql`l.id, l.name, ${count} AS "entryCount", l."createdAt", l."updatedAt"`;
}

const entriesOf = (within: Prisma.Sql[]) =>
  Prisma.sql`FROM "CoverageEntry" e WHERE e."teamId" = l."teamId" AND e."listId" = l.id ${and(within)}`;

export type ListRow = Omit<CoverageList, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

/** @throws AppError not_found, the same for a list of another team, beyond the limits, and for none. */
export async function findList(actor: Actor, id: string, tx: Transaction = db): Promise<CoverageList> {
  const [row] = await tx.$queryRaw<ListRow[]>`
    SELECT ${listColumns(actor)} FROM ${listsOf(actor)} AND l.id = ${id}::uuid`;
  if (!row) throw new AppError('not_found', 'There is no such list in this team.');
  return toList(row);
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockList(tx: Transaction, actor: Actor, id: string): Promise<CoverageList> {
  await tx.$queryRaw`
    SELECT 1 FROM "CoverageList" WHERE "teamId" = ${actor.teamId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  return findList(actor, id, tx);
}

export function toList({ createdAt, updatedAt, ...row }: ListRow): CoverageList {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
