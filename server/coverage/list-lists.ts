import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { listColumns, listsOf, toList, type ListRow } from './find-list';

/** Ids are ordered in time. */
const byId = { column: Prisma.sql`l.id`, type: 'uuid', value: z.uuid() } as const;
const newestFirst: KeysetOrder = { ...byId, name: 'newest', id: byId, descending: true };

/** The team's lists, the newest first. */
export async function listLists(actor: Actor, page: { cursor?: string; limit: number }) {
  const [{ rows, ...cursors }, [counted]] = await Promise.all([
    readKeysetPage(
      newestFirst,
      page,
      ({ where, orderBy, value, take, skip }) => db.$queryRaw<(ListRow & { value: string | null })[]>`
        SELECT ${value} AS value, ${listColumns(actor)} FROM ${listsOf(actor)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${listsOf(actor)}`,
  ]);
  return { ...cursors, rows: rows.map(({ value: _, ...row }) => toList(row)), total: counted?.total ?? 0 };
}
