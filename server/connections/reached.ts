import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { unguessed } from '@/server/database/unguessed';

/**
 * Grants as `g` of connections as `k`, their advertisers as `a`, and how these are reached as `r`: as far as whoever
 * asks may know. `grants` are some of them, in their order.
 */
export function reached(actor: Actor, grants = Prisma.sql`"Grant" g`): Prisma.Sql {
  const team = unguessed(actor.teamId);
  return Prisma.sql`${grants}
    JOIN "Connection" k ON k."teamId" = ${team} AND k.id = g."connectionId"
    JOIN "Advertiser" a ON a."teamId" = ${team} AND a."advertiserId" = g."advertiserId"
    ${counts(connectionsWithin(actor), team)}`;
}

/** What AdvertiserReach keeps; of some of the connections alone it is counted anew. */
function counts(within: Prisma.Sql[], team: Prisma.Sql): Prisma.Sql {
  if (within.length === 0) {
    return Prisma.sql`JOIN "AdvertiserReach" r ON r."teamId" = ${team} AND r."advertiserId" = g."advertiserId"`;
  }
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT count(*)::int AS "connectionCount", (count(*) FILTER (WHERE still_reaches(c.state, c."archivedAt")))::int AS "liveCount"
    FROM "Grant" o JOIN "Connection" c ON c."teamId" = o."teamId" AND c.id = o."connectionId"
    WHERE o."teamId" = ${team} AND o."advertiserId" = g."advertiserId" ${and(within)}) r`;
}

/** That no connection but `k` reaches the advertiser with a token that may still be counted on. */
export const onlyThis = Prisma.sql`r."liveCount" = still_reaches(k.state, k."archivedAt")::int`;
