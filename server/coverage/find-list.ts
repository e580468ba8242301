import 'server-only';
import type { CoverageList } from '@/contract/coverage';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import type { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';

const listSelect = {
  id: true,
  name: true,
  entryCount: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.CoverageListSelect;

type ListRow = Prisma.CoverageListGetPayload<{ select: typeof listSelect }>;

/** @throws AppError not_found, the same for a list of another team and for none. */
export async function findList({ teamId }: Actor, id: string, tx: Transaction = db): Promise<CoverageList> {
  const row = await tx.coverageList.findUnique({ where: { teamId_id: { teamId, id } }, select: listSelect });
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
