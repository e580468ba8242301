import 'server-only';
import { and } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { unguessed } from '@/server/database/unguessed';

/**
 * What recount_reach() of the database keeps in AdvertiserReach, of some of the connections (`c`) alone. `of` is whatever
 * names an advertiser of the team beside it.
 */
export function recounted(within: Prisma.Sql[], of: Prisma.Sql, teamId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ${of}."teamId", ${of}."advertiserId", n.*, (CASE WHEN n."connectionCount" = 0 THEN 'none' WHEN n."liveCount" = 0 THEN 'broken_only'
      WHEN n."liveCount" = 1 THEN 'one_token' WHEN n."personCount" = 1 THEN 'one_person' ELSE 'several' END)::"Reach" AS reach
    FROM (
      SELECT count(*)::int AS "connectionCount", (count(*) FILTER (WHERE f.live))::int AS "liveCount",
        greatest(count(DISTINCT f.person) FILTER (WHERE f.live), least(count(*) FILTER (WHERE f.live), 1))::int AS "personCount"
      FROM (
        SELECT still_reaches(c.state, c."archivedAt") AS live, c."tiktokUserId" AS person
        FROM "Grant" o JOIN "Connection" c ON c."teamId" = o."teamId" AND c.id = o."connectionId"
        WHERE o."teamId" = ${unguessed(teamId)} AND o."advertiserId" = ${of}."advertiserId" ${and(within)}
      ) f
    ) n`;
}
