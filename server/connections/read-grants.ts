import 'server-only';
import { z } from 'zod';
import type { Grant } from '@/contract/connections';
import { words } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { literal } from '@/server/database/like';

const byName: KeysetOrder = {
  name: 'name',
  column: Prisma.sql`a.name`,
  type: 'text',
  value: words,
  nullable: true,
  id: { column: Prisma.sql`a."advertiserId"`, type: 'text', value: z.string().regex(/^\d{1,32}$/) },
  descending: false,
};

const reached = Prisma.sql`
  "Grant" g JOIN "Advertiser" a ON a."teamId" = g."teamId" AND a."advertiserId" = g."advertiserId"
  JOIN "AdvertiserReach" r ON r."teamId" = g."teamId" AND r."advertiserId" = g."advertiserId"`;

type GrantRow = Omit<Grant, 'advertiserId' | 'since'> & { id: string; value: string | null; since: Date };
type Of = {
  connectionId: string;
  q?: string;
  /** Conditions on `g` and `a`. */
  narrowed?: Prisma.Sql[];
  /** How many there are, where that is known without counting. */
  total?: number;
};

/** One page of the advertisers that a connection reaches, by name. */
export async function readGrants(
  actor: Actor,
  { connectionId, q, narrowed = [], total }: Of,
  page: { cursor?: string; limit: number; skip?: number },
) {
  const { teamId } = actor;
  const conditions = [
    Prisma.sql`g."teamId" = ${teamId}::uuid AND a."teamId" = ${teamId}::uuid AND g."connectionId" = ${connectionId}::uuid`,
    ...(q ? [matching(q)] : []),
    ...narrowed,
  ];
  const matched = Prisma.join(conditions, ' AND ');
  const [found, counted] = await Promise.all([
    readKeysetPage(
      byName,
      page,
      ({ where, orderBy, value, take, skip }) => db.$queryRaw<GrantRow[]>`
        SELECT a."advertiserId" AS id, ${value} AS value, a.name, a.status, a.currency, a.timezone, a.country, a.company,
          ${connectionCount(actor)} AS "connectionCount", g.since
        FROM ${reached} WHERE ${matched} AND ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
      (where) => count(Prisma.sql`${matched} AND ${where}`),
    ),
    total ?? count(matched),
  ]);
  return { ...found, rows: found.rows.map(toGrant), total: counted };
}

/** How many connections reach it, of those that whoever asks may know of. */
function connectionCount(actor: Actor): Prisma.Sql {
  const within = connectionsWithin(actor);
  if (within.length === 0) return Prisma.sql`r."connectionCount"`;
  return Prisma.sql`(SELECT count(*)::int FROM "Grant" o JOIN "Connection" c ON c."teamId" = o."teamId" AND c.id = o."connectionId"
    WHERE o."teamId" = a."teamId" AND o."advertiserId" = a."advertiserId" ${and(within)})`;
}

async function count(matched: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${reached} WHERE ${matched}`;
  return counted?.total ?? 0;
}

function matching(q: string): Prisma.Sql {
  const named = Prisma.sql`a.name ILIKE ${`%${literal(q)}%`}`;
  if (!/^\d{4,32}$/.test(q)) return named;
  return Prisma.sql`(${named} OR ${beginsWithDigits(Prisma.sql`a."advertiserId"`, q)})`;
}

function toGrant({ id, value: _, since, ...row }: GrantRow): Grant {
  return { advertiserId: id, ...row, since: since.toISOString() };
}
