import 'server-only';
import { db } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';

/** Which of these advertisers the team has never seen. None, where it has never seen any: there all would be. */
export async function neverSeen(teamId: string, advertiserIds: string[]): Promise<Set<string>> {
  if (advertiserIds.length === 0) return new Set();
  const [found] = await db.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(given.id, ',') AS ids FROM unnest(${advertiserIds}::text[]) AS given(id)
    WHERE (SELECT min(a."firstSeenAt") FROM "Advertiser" a WHERE a."teamId" = ${teamId}::uuid) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "Advertiser" a WHERE a."teamId" = ${unguessed(teamId)} AND a."advertiserId" = given.id)`;
  return new Set(found?.ids?.split(','));
}
