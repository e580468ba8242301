import 'server-only';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';

/**
 * Grants as `g` of connections as `k`, their advertisers as `a`, and how these are reached as `r`: as far as whoever
 * asks may know, all of it where nobody is named. `grants` are some of them, in their order.
 */
export function reached(actor?: Actor, grants = Prisma.sql`"Grant" g`): Prisma.Sql {
  return Prisma.sql`${grants}
    JOIN "Connection" k ON k."teamId" = g."teamId" AND k.id = g."connectionId"
    JOIN "Advertiser" a ON a."teamId" = g."teamId" AND a."advertiserId" = g."advertiserId"
    ${counts(actor ? connectionsWithin(actor) : [])}`;
}

/** What AdvertiserReach keeps; of some of the connections alone it is counted anew. */
function counts(within: Prisma.Sql[]): Prisma.Sql {
  if (within.length === 0) {
    return Prisma.sql`JOIN "AdvertiserReach" r ON r."teamId" = g."teamId" AND r."advertiserId" = g."advertiserId"`;
  }
  return Prisma.sql`CROSS JOIN LATERAL (
    SELECT count(*)::int AS "connectionCount", (count(*) FILTER (WHERE still_reaches(c.state, c."archivedAt")))::int AS "liveCount"
    FROM "Grant" o JOIN "Connection" c ON c."teamId" = o."teamId" AND c.id = o."connectionId"
    WHERE o."teamId" = g."teamId" AND o."advertiserId" = g."advertiserId" ${and(within)}) r`;
}

/** That no connection but `k` reaches the advertiser with a token that may still be counted on. */
export const onlyThis = Prisma.sql`r."liveCount" = still_reaches(k.state, k."archivedAt")::int`;
