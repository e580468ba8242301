import 'server-only';
import type { CoverageFilter } from '@/contract/coverage';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { rowColumns, rowOrder, rowWhere, toRow, type Row } from './coverage-rows';
import { expectedBy } from './expected';
import { findList } from './find-list';

/** One page of a list's advertisers, each with how it is covered, and how many match in all. */
export async function listRows(actor: Actor, { sort, cursor, limit, skip, ...filter }: CoverageFilter) {
  const matching = rowWhere(actor, filter);
  await findList(actor, filter.id);
  const [{ rows, ...cursors }, [counted]] = await Promise.all([
    readKeysetPage(rowOrder(sort), { cursor, limit, skip }, ({ where, orderBy, value, take, skip }) => {
      // Chosen first, so that only those that are shown are looked up by name.
      const chosen = Prisma.sql`(SELECT e.*, ${value} AS value FROM ${expectedBy(actor)}
          WHERE ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}) e`;
      return db.$queryRaw<Row[]>`
          SELECT e."advertiserId" AS id, e.value, ${rowColumns} FROM ${expectedBy(actor, chosen)} ORDER BY ${orderBy}`;
    }),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${expectedBy(actor)} WHERE ${matching}`,
  ]);
  return { ...cursors, rows: rows.map(toRow), total: counted?.total ?? 0 };
}
