import 'server-only';
import type { AdvertiserFilter } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Cut } from '@/server/database/keyset';
import { ordersByReach } from './advertiser-order';
import { advertiserWhere, lookedAt, reachedBy } from './advertiser-where';
import { advertiserColumns, type AdvertiserRow } from './to-advertiser';

export type ChosenRow = AdvertiserRow & { id: string; value: string | null };
type Asked = Omit<AdvertiserFilter, 'cursor' | 'limit' | 'skip'>;

/**
 * Rows of a list: chosen first, so that nobody looks at how the others that match are reached. What a search finds is
 * looked up and sorted. The planner would rather walk along the order until enough were found, as if what matches were
 * spread evenly: but all names in one script stand together, and most of the table may lie before them. So a walk is
 * tried, where much is known to match, for an eighth of the way that sorting all of it would be.
 */
export async function chooseAdvertisers(
  actor: Actor,
  { sort, ...filter }: Asked,
  { where, ...cut }: Cut,
  matching: Promise<number>,
): Promise<ChosenRow[]> {
  const from = ordersByReach(sort) ? reachedBy(actor) : lookedAt(actor, filter);
  const wanted = advertiserWhere(actor, filter);
  if (!filter.q || ordersByReach(sort)) return read(actor, from, Prisma.sql`${wanted} AND ${where}`, cut);
  const most = Math.floor((await matching) / 8);
  if (!filter.reach?.length && cut.skip === 0 && most > 2 * cut.take) {
    const begun = Prisma.sql`(SELECT * FROM "Advertiser" a WHERE a."teamId" = ${actor.teamId}::uuid AND ${where}
      ORDER BY ${cut.orderBy} LIMIT ${most}) a`;
    const rows = await read(actor, begun, wanted, cut);
    if (rows.length === cut.take) return rows;
  }
  const found = Prisma.sql`(SELECT a.* FROM ${from} WHERE ${wanted} AND ${where} OFFSET 0) a`;
  return read(actor, found, Prisma.sql`true`, cut);
}

function read(actor: Actor, from: Prisma.Sql, where: Prisma.Sql, { orderBy, value, take, skip }: Omit<Cut, 'where'>) {
  return db.$queryRaw<ChosenRow[]>`
    SELECT chosen.id, chosen.value, ${advertiserColumns} FROM (
      SELECT a."advertiserId" AS id, ${value} AS value FROM ${from}
      WHERE ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}
    ) chosen, ${reachedBy(actor)}
    WHERE a."teamId" = ${actor.teamId}::uuid AND a."advertiserId" = chosen.id ORDER BY ${orderBy}`;
}
