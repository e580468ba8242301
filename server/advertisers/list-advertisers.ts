import 'server-only';
import type { AdvertiserFilter, AdvertiserMatch } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { remembered } from '@/server/database/remembered';
import { advertiserOrder } from './advertiser-order';
import { advertiserWhere, reachedBy } from './advertiser-where';
import { advertiserColumns, toAdvertiser, type AdvertiserRow } from './to-advertiser';

type Row = AdvertiserRow & { id: string; value: string | null };

/** One page of the team's advertisers, and how many match in all. */
export async function listAdvertisers(actor: Actor, { sort, cursor, limit, skip, ...filter }: AdvertiserFilter) {
  const matching = advertiserWhere(actor, filter);
  const [{ rows, ...cursors }, total] = await Promise.all([
    readKeysetPage(
      advertiserOrder(sort),
      { cursor, limit, skip },
      ({ where, orderBy, value, take, skip }) =>
        db.$queryRaw<Row[]>`
          SELECT a."advertiserId" AS id, ${value} AS value, ${advertiserColumns} FROM ${reachedBy(actor)}
          WHERE ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
      (where) => count(actor, Prisma.sql`${matching} AND ${where}`),
    ),
    countAdvertisers(actor, filter),
  ]);
  return { ...cursors, rows: rows.map(({ id: _, value: __, ...row }) => toAdvertiser(row)), total };
}

/** How many of the team's advertisers a filter asks for. */
export function countAdvertisers(actor: Actor, filter: AdvertiserMatch): Promise<number> {
  const question = `advertisers ${JSON.stringify([filter, limitsOf(actor)])}`;
  return remembered(actor.teamId, question, () => count(actor, advertiserWhere(actor, filter)));
}

async function count(actor: Actor, where: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM ${reachedBy(actor)} WHERE ${where}`;
  return counted?.total ?? 0;
}
