import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Overview } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { listNeeds } from './list-needs';
import { countsOf, readHistory } from './read-history';
import { readSweep } from './read-sweep';

/** How a team's connections are, were, and what waits for a person. */
export async function getOverview({ teamId }: Actor, { days }: { days: number }): Promise<Overview> {
  const [states, history, needs, sweep] = await Promise.all([
    db.$queryRaw<{ state: ConnectionState; count: number }[]>`
      SELECT state, count(*)::int AS count FROM "Connection"
      WHERE "teamId" = ${teamId}::uuid AND "archivedAt" IS NULL GROUP BY state`,
    readHistory(teamId, days),
    listNeeds(teamId),
    readSweep(teamId),
  ]);
  return { states: countsOf(states), history, needs, sweep };
}
