import 'server-only';
import { connectionState, type ConnectionState } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { remembered } from '@/server/database/remembered';

export type Standing = Record<ConnectionState, { count: number; newest: string[] }>;

const mostNamed = 3;

/**
 * How many connections are in each state, as far as whoever asks may know, and the ids of those that came to it last;
 * without the archived ones. No passing of time changes it, so it is counted only once something else did.
 */
export function readStanding(actor: Actor): Promise<Standing> {
  return remembered(actor.teamId, `health by state ${JSON.stringify(limitsOf(actor))}`, async () => {
    const rows = await db.$queryRaw<{ state: ConnectionState; count: number; newest: string[] }[]>`
      SELECT c.state, count(*)::int AS count,
        (array_agg(c.id ORDER BY c."stateSince" DESC, c.id))[1:${mostNamed}::int] AS newest
      FROM "Connection" c WHERE c."teamId" = ${actor.teamId}::uuid AND NOT c.archived ${and(connectionsWithin(actor))}
      GROUP BY c.state`;
    const found = new Map(rows.map(({ state, ...standing }) => [state, standing]));
    const none = { count: 0, newest: [] };
    return Object.fromEntries(connectionState.options.map((state) => [state, found.get(state) ?? none])) as Standing;
  });
}
