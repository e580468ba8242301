import 'server-only';
import type { AdvertiserFilter, AdvertiserMatch } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { remembered } from '@/server/database/remembered';
import { advertiserOrder } from './advertiser-order';
import { advertiserWhere, lookedAt } from './advertiser-where';
import { chooseAdvertisers } from './choose-advertisers';
import { toAdvertiser } from './to-advertiser';

/** One page of the team's advertisers, and how many match in all. */
export async function listAdvertisers(actor: Actor, { sort, cursor, limit, skip, ...filter }: AdvertiserFilter) {
  const matching = countAdvertisers(actor, filter);
  const [{ rows, ...cursors }, total] = await Promise.all([
    readKeysetPage(
      advertiserOrder(sort),
      { cursor, limit, skip },
      (cut) => chooseAdvertisers(actor, { sort, ...filter }, cut, matching),
      (where) => count(actor, filter, where),
    ),
    matching,
  ]);
  return { ...cursors, rows: rows.map(({ id: _, value: __, ...row }) => toAdvertiser(row)), total };
}

/** How many of the team's advertisers a filter asks for. */
export function countAdvertisers(actor: Actor, filter: AdvertiserMatch): Promise<number> {
  const question = `advertisers ${JSON.stringify([filter, limitsOf(actor)])}`;
  return remembered(actor.teamId, question, () => count(actor, filter));
}

async function count(actor: Actor, filter: AdvertiserMatch, where = Prisma.sql`true`): Promise<number> {
  const along = filter.reach?.length ? 'r' : 'a';
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${lookedAt(actor, filter, along)}
    WHERE ${advertiserWhere(actor, filter, along)} AND ${where}`;
  return counted?.total ?? 0;
}
