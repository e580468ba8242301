import 'server-only';
import type { ConnectionFilter } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { connectionOrder } from './connection-order';
import { connectionWhere } from './connection-where';
import { countConnections } from './count-connections';
import { beside, connectionJson } from './read-connections';
import { readFailures, type ReadConnection } from './to-connection';

type Row = { id: string; value: string | null; connection: ReadConnection };

/** One page of the team's connections, and how many match in all. */
export async function listConnections(actor: Actor, { sort, cursor, limit, skip, ...filter }: ConnectionFilter) {
  const matching = connectionWhere(actor, filter);
  const [{ rows, ...cursors }, total] = await Promise.all([
    // The rows are chosen first, by an index alone where it can say which: skipped ones are never looked at.
    readKeysetPage(
      connectionOrder({ sort, ownerId: filter.ownerId }),
      { cursor, limit, skip },
      ({ where, orderBy, value, take, skip }) =>
        db.$queryRaw<Row[]>`
          SELECT c.id, chosen.value, ${connectionJson} AS connection FROM (
            SELECT c.id, ${value} AS value FROM "Connection" c WHERE ${matching} AND ${where}
            ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}
          ) chosen JOIN "Connection" c ON c.id = chosen.id ${beside} ORDER BY ${orderBy}`,
      (where) => countWhere(Prisma.sql`${matching} AND ${where}`),
    ),
    countConnections(actor, filter),
  ]);
  return { rows: rows.map(({ connection }) => readFailures(connection)), ...cursors, total };
}

async function countWhere(where: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "Connection" c WHERE ${where}`;
  return counted?.total ?? 0;
}
