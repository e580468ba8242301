import 'server-only';
import type { AdvertiserFilter } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Cut } from '@/server/database/keyset';
import { unguessed } from '@/server/database/unguessed';
import { ordersByReach } from './advertiser-order';
import { advertiserWhere, lookedAt, reachedBy, type Along } from './advertiser-where';
import { advertiserColumns, type AdvertiserRow } from './to-advertiser';

export type ChosenRow = AdvertiserRow & { id: string; value: string | null };
type Asked = Omit<AdvertiserFilter, 'cursor' | 'limit' | 'skip'>;

/** So many are sooner sorted than found along an order that knows nothing of them. */
const few = 1_000;

/**
 * Rows of a list: chosen first, so that nobody looks at how the others that match are reached. The planner would rather
 * walk along the order until enough were found, as if what matches were spread evenly: but all names in one script stand
 * together, and so do those that nobody reaches; most of the table may lie before them. So what is few is looked up and
 * sorted. Of what a search finds that is more, a walk is tried for an eighth of the way that sorting all of it would be.
 */
export async function chooseAdvertisers(
  actor: Actor,
  { sort, ...filter }: Asked,
  { where, ...cut }: Cut,
  matching: Promise<number>,
): Promise<ChosenRow[]> {
  const byReach = ordersByReach(sort);
  const chosen = byReach ? Prisma.sql`r` : Prisma.sql`a`;
  const fromAlong = (along: Along) => (byReach ? reachedBy(actor, along) : lookedAt(actor, filter, along));
  const wantedAlong = (along: Along) => Prisma.sql`${advertiserWhere(actor, filter, along)} AND ${where}`;
  const walk = () => {
    const along = byReach ? 'r' : 'a';
    return read(actor, { from: fromAlong(along), where: wantedAlong(along), chosen }, cut);
  };
  const sortAll = () => {
    const along = filter.reach?.length ? 'r' : 'a';
    const found = Prisma.sql`(SELECT ${chosen}.* FROM ${fromAlong(along)} WHERE ${wantedAlong(along)} OFFSET 0) ${chosen}`;
    return read(actor, { from: found, where: Prisma.sql`true`, chosen }, cut);
  };
  if (Object.values(filter).every((value) => value === undefined)) {
    return byReach && !limitsOf(actor) ? read(actor, { ...ofReach(actor, where), chosen }, cut) : walk();
  }
  const count = await matching;
  if (count <= few) return sortAll();
  if (!filter.q || byReach) return walk();
  const most = Math.floor(count / 8);
  if (!filter.reach?.length && cut.skip === 0 && most > 2 * cut.take) {
    const begun = Prisma.sql`(SELECT * FROM "Advertiser" a WHERE a."teamId" = ${actor.teamId}::uuid AND ${where}
      ORDER BY ${cut.orderBy} LIMIT ${most}) a`;
    const rows = await read(actor, { from: begun, where: advertiserWhere(actor, filter), chosen }, cut);
    if (rows.length === cut.take) return rows;
  }
  return sortAll();
}

/** All there are, by how they are reached alone: a jump then counts off entries of an index. */
const ofReach = (actor: Actor, where: Prisma.Sql) => ({
  from: Prisma.sql`"AdvertiserReach" r`,
  where: Prisma.sql`r."teamId" = ${actor.teamId}::uuid AND ${where}`,
});

type Choice = { from: Prisma.Sql; where: Prisma.Sql; chosen: Prisma.Sql };

function read(actor: Actor, { from, where, chosen }: Choice, { orderBy, value, take, skip }: Omit<Cut, 'where'>) {
  return db.$queryRaw<ChosenRow[]>`
    SELECT chosen.id, chosen.value, ${advertiserColumns} FROM (
      SELECT ${chosen}."advertiserId" AS id, ${value} AS value FROM ${from}
      WHERE ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}
    ) chosen, ${reachedBy(actor)}
    WHERE a."teamId" = ${unguessed(actor.teamId)} AND a."advertiserId" = chosen.id ORDER BY ${orderBy}`;
}
