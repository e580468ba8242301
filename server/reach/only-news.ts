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
 * nothing new then writes nothing, however many there are. Descriptions are renewed once a day. That holds for this
 * `version` of the connection: who changes what it reaches makes it another.
 */
export async function onlyNews(holder: Holder, reach: Reach): Promise<{ news: Reach; version: string | null }> {
  const kept = reach.advertisers && (await readCount(holder));
  if (!kept || !reach.advertisers) return { news: reach, version: null };
  const seen = new Map(reach.advertisers.map((advertiser) => [advertiser.advertiserId, advertiser]));
  const same = kept.advertiserCount === seen.size && (await areKept(holder, seen));
  return { news: same ? { ...reach, advertisers: null } : reach, version: kept.version };
}

async function readCount({ teamId, connectionId }: Holder) {
  const [row] = await db.$queryRaw<{ advertiserCount: number; version: string }[]>`
    SELECT "advertiserCount", xmin::text AS version FROM "Connection"
    WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid`;
  return row;
}

async function areKept(holder: Holder, left: Map<string, KnownAdvertiser>): Promise<boolean> {
  let rows: Kept[] = [];
  do {
    rows = await readKept(holder, rows.at(-1)?.advertiserId ?? '');
    for (const row of rows) {
      const advertiser = left.get(row.advertiserId);
      if (!advertiser || isNews(advertiser, row)) return false;
      left.delete(row.advertiserId);
    }
  } while (rows.length === perQuery);
  return left.size === 0;
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
