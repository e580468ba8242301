import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Overview } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin, limitsOf } from '@/server/auth/within';
import { db } from '@/server/database/client';
import { listNeeds } from './list-needs';
import { countsOf, readHistory } from './read-history';
import { readSweep } from './read-sweep';

/**
 * How a team's connections are, were, and what waits for a person. What was is counted for the whole team, and is not
 * told to a limited key.
 */
export async function getOverview(actor: Actor, { days }: { days: number }): Promise<Overview> {
  const [states, history, needs, sweep] = await Promise.all([
    db.$queryRaw<{ state: ConnectionState; count: number }[]>`
      SELECT c.state, count(*)::int AS count FROM "Connection" c
      WHERE c."teamId" = ${actor.teamId}::uuid AND c."archivedAt" IS NULL ${and(connectionsWithin(actor))} GROUP BY c.state`,
    limitsOf(actor) ? [] : readHistory(actor.teamId, days),
    listNeeds(actor),
    readSweep(actor),
  ]);
  return { states: countsOf(states), history, needs, sweep };
}
