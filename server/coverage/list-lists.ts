import 'server-only';
import { z } from 'zod';
import type { CoverageList } from '@/contract/coverage';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { toList } from './find-list';

type Row = Omit<CoverageList, 'createdAt' | 'updatedAt'> & { value: string | null; createdAt: Date; updatedAt: Date };

/** Ids are ordered in time. */
const byId = { column: Prisma.sql`l.id`, type: 'uuid', value: z.uuid() } as const;
const newestFirst: KeysetOrder = { ...byId, name: 'newest', id: byId, descending: true };

/** The team's lists, the newest first. */
export async function listLists({ teamId }: Actor, page: { cursor?: string; limit: number }) {
  const [{ rows, ...cursors }, total] = await Promise.all([
    readKeysetPage(
      newestFirst,
      page,
      ({ where, orderBy, value, take, skip }) => db.$queryRaw<Row[]>`
        SELECT l.id, ${value} AS value, l.name, l."entryCount", l."createdAt", l."updatedAt" FROM "CoverageList" l
        WHERE l."teamId" = ${teamId}::uuid AND ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
    ),
    db.coverageList.count({ where: { teamId } }),
  ]);
  return { ...cursors, rows: rows.map(({ value: _, ...row }) => toList(row)), total };
}
