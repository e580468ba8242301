import 'server-only';
import { connectionState, type ConnectionState } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { remembered } from '@/server/database/remembered';
import { connectionWhere, type ConnectionMatch } from './connection-where';
import { countedByDay, isOfDays } from './counted-by-day';

type Counts = Record<ConnectionState, number>;
type Match = Omit<ConnectionMatch, 'state'>;

/** How many of the team's connections are in each state, under a filter that names none. */
export function countStates(actor: Actor, filter: Match): Promise<Counts> {
  const count = () => readCounts(actor, filter);
  // Checks change this one all the time, and no revision tells of it.
  if (filter.checkedBefore) return count();
  return remembered(actor.teamId, `connections ${JSON.stringify([filter, limitsOf(actor)])}`, count);
}

async function readCounts(actor: Actor, filter: Match): Promise<Counts> {
  const counted = isOfDays(actor, filter) ? countedByDay(actor, filter) : counting(actor, filter);
  const rows = await db.$queryRaw<{ state: ConnectionState; count: number }[]>`${counted}`;
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(connectionState.options.map((state) => [state, counts.get(state) ?? 0])) as Counts;
}

const counting = (actor: Actor, filter: Match) => Prisma.sql`
  SELECT c.state, count(*)::int AS count FROM "Connection" c WHERE ${connectionWhere(actor, filter)} GROUP BY c.state`;
