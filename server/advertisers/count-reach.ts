import 'server-only';
import { reaches, type Reach } from '@/contract/advertiser-words';
import type { AdvertiserMatch } from '@/contract/advertisers';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { remembered } from '@/server/database/remembered';
import { advertiserWhere, reachedBy } from './advertiser-where';

type Counts = Record<Reach, number>;
type Match = Omit<AdvertiserMatch, 'reach'>;

/** How many of the team's advertisers are reached in which way, under a filter that names none. */
export function countReach(actor: Actor, filter: Match): Promise<Counts> {
  return remembered(actor.teamId, `advertisers by reach ${JSON.stringify([filter, limitsOf(actor)])}`, () =>
    readCounts(actor, filter),
  );
}

async function readCounts(actor: Actor, filter: Match): Promise<Counts> {
  const rows = await db.$queryRaw<{ reach: Reach; count: number }[]>`
    SELECT r.reach, count(*)::int AS count FROM ${reachedBy(actor)} WHERE ${advertiserWhere(actor, filter)} GROUP BY r.reach`;
  const counts = new Map(rows.map(({ reach, count }) => [reach, count]));
  return Object.fromEntries(reaches.map((reach) => [reach, counts.get(reach) ?? 0])) as Counts;
}
