import 'server-only';
import { z } from 'zod';
import { type contract } from '@/contract';
import type { Actor } from '@/server/auth/actor';
import { authorizationsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { authorizationRow, toAuthorization } from './to-authorization';

type Filter = z.output<(typeof contract.authorizations.list)['~orpc']['inputSchema'] & {}>;

const id = { column: Prisma.sql`z.id`, type: 'uuid', value: z.uuid() } as const;
/** Ids are ordered in time. */
const newestFirst: KeysetOrder = { name: 'newest', ...id, id, descending: true };

/** One page of the team's authorizations, newest first. */
export async function listAuthorizations(actor: Actor, { status, appId, connectionId, ...place }: Filter) {
  const { teamId } = actor;
  const conditions = [Prisma.sql`z."teamId" = ${teamId}::uuid`, ...authorizationsWithin(actor)];
  if (status?.length) conditions.push(Prisma.sql`z.status = ANY(${status}::text[]::"AuthorizationStatus"[])`);
  if (appId) conditions.push(Prisma.sql`z."appId" = ${appId}::uuid`);
  if (connectionId) conditions.push(Prisma.sql`z."connectionId" = ${connectionId}::uuid`);
  const matching = Prisma.join(conditions, ' AND ');
  const [page, [counted]] = await Promise.all([
    readKeysetPage(
      newestFirst,
      place,
      ({ where, orderBy, value, take }) => db.$queryRaw<{ id: string; value: string | null }[]>`
        SELECT z.id, ${value} AS value FROM "Authorization" z WHERE ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "Authorization" z WHERE ${matching}`,
  ]);
  const ids = page.rows.map((row) => row.id);
  const rows = await db.authorization.findMany({
    where: { teamId, id: { in: ids } },
    orderBy: { id: 'desc' },
    select: authorizationRow,
  });
  return { ...page, rows: rows.map(toAuthorization), total: counted?.total ?? 0 };
}
