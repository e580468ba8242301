import 'server-only';
import { db } from '@/server/database/client';
import { unguessed } from '@/server/database/unguessed';
import type { KnownAdvertiser, Reach } from './read-reach';
import type { Holder } from './save-grants';

const dayMs = 86_400_000;
const perQuery = 2_000;

type Kept = {
  advertiserId: string;
  name: string | null;
  describedAt: Date | null;
} & Required<KnownAdvertiser>['description'];

/**
 * What was seen of a token's reach, without its advertisers where all of that is kept already: a check that finds
 * nothing new then writes nothing, however many there are. Descriptions are renewed once a day.
 */
export async function onlyNews(holder: Holder, reach: Reach): Promise<Reach> {
  if (!reach.advertisers || (await differs(holder, reach.advertisers))) return reach;
  return { ...reach, advertisers: null };
}

async function differs(holder: Holder, seen: KnownAdvertiser[]): Promise<boolean> {
  const { teamId, connectionId } = holder;
  const { advertiserCount } = await db.connection.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: connectionId } },
    select: { advertiserCount: true },
  });
  const left = new Map(seen.map((advertiser) => [advertiser.advertiserId, advertiser]));
  if (advertiserCount !== left.size) return true;
  let rows: Kept[] = [];
  do {
    rows = await readKept(holder, rows.at(-1)?.advertiserId ?? '');
    for (const row of rows) {
      const advertiser = left.get(row.advertiserId);
      if (!advertiser || isNews(advertiser, row)) return true;
      left.delete(row.advertiserId);
    }
  } while (rows.length === perQuery);
  return left.size > 0;
}

/** So many that neither this process nor the embedded database keeps others waiting for long. */
function readKept({ teamId, connectionId }: Holder, after: string): Promise<Kept[]> {
  return db.$queryRaw<Kept[]>`
    SELECT a."advertiserId", a.name, a.status, a.company, a.country, a.currency, a.timezone, a."businessCenter", a."describedAt"
    FROM "Grant" g JOIN "Advertiser" a ON a."teamId" = g."teamId" AND a."advertiserId" = g."advertiserId"
    WHERE g."teamId" = ${unguessed(teamId)} AND g."connectionId" = ${connectionId}::uuid AND g."advertiserId" > ${after}
    ORDER BY g."advertiserId" LIMIT ${perQuery}`;
}

/** What TikTok did not say replaces nothing. */
function isNews({ name, description }: KnownAdvertiser, kept: Kept): boolean {
  if (name && name !== kept.name) return true;
  if (!description) return false;
  if (!kept.describedAt || kept.describedAt.getTime() < Date.now() - dayMs) return true;
  return Object.entries(description).some(
    ([column, value]) => value !== null && value !== kept[column as keyof typeof description],
  );
}
