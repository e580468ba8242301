import 'server-only';
import { db } from '@/server/database/client';

/**
 * From when on an advertiser that a connection reaches was new to the team: from the answer of the connection's last
 * authorization, or its import, on. Null where nothing is new: in a team that knew no advertiser before, everything
 * would be, and after fourteen days whoever was to wonder has.
 */
export async function newSince(teamId: string, connectionId: string): Promise<Date | null> {
  const [found] = await db.$queryRaw<{ since: Date }[]>`
    SELECT since FROM (
      SELECT greatest(now() - interval '14 days', coalesce(
        (SELECT max(z."codeAt") FROM "Authorization" z
          WHERE z."teamId" = k."teamId" AND z."connectionId" = k.id AND z.status IN ('connected', 'no_advertisers')),
        k."createdAt")) AS since
      FROM "Connection" k WHERE k."teamId" = ${teamId}::uuid AND k.id = ${connectionId}::uuid) authorized
    WHERE since > (SELECT min(a."firstSeenAt") FROM "Advertiser" a WHERE a."teamId" = ${teamId}::uuid)`;
  return found?.since ?? null;
}
