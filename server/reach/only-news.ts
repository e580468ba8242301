import 'server-only';
import { db } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import type { KnownAdvertiser, Reach } from './read-reach';

const dayMs = 86_400_000;

type Kept = {
  advertiserId: string;
  name: string | null;
  describedAt: Date | null;
} & Required<KnownAdvertiser>['description'];

/**
 * What was seen of a token's reach, without its advertisers where all of that is kept already: a check that finds
 * nothing new then writes nothing, however many there are. Descriptions are renewed once a day.
 */
export async function onlyNews(holder: { teamId: string; connectionId: string }, reach: Reach): Promise<Reach> {
  if (!reach.advertisers || (await differs(holder, reach.advertisers))) return reach;
  return { ...reach, advertisers: null };
}

async function differs(
  { teamId, connectionId }: { teamId: string; connectionId: string },
  seen: KnownAdvertiser[],
): Promise<boolean> {
  const { advertiserCount } = await db.connection.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: connectionId } },
    select: { advertiserCount: true },
  });
  if (advertiserCount !== new Set(seen.map(({ advertiserId }) => advertiserId)).size) return true;
  const rows = await db.$queryRaw<Kept[]>`
    SELECT a."advertiserId", a.name, a.status, a.company, a.country, a.currency, a.timezone, a."businessCenter", a."describedAt"
    FROM "Grant" g JOIN "Advertiser" a ON a."teamId" = g."teamId" AND a."advertiserId" = g."advertiserId"
    WHERE g."teamId" = ${unguessed(teamId)} AND g."connectionId" = ${connectionId}::uuid`;
  const kept = new Map(rows.map((row) => [row.advertiserId, row]));
  return (
    rows.length !== advertiserCount || seen.some((advertiser) => isNews(advertiser, kept.get(advertiser.advertiserId)))
  );
}

/** What TikTok did not say replaces nothing. */
function isNews({ name, description }: KnownAdvertiser, kept: Kept | undefined): boolean {
  if (!kept) return true;
  if (name && name !== kept.name) return true;
  if (!description) return false;
  if (!kept.describedAt || kept.describedAt.getTime() < Date.now() - dayMs) return true;
  return Object.entries(description).some(
    ([column, value]) => value !== null && value !== kept[column as keyof typeof description],
  );
}
