import 'server-only';
import { connectionState, type ConnectionState } from '@/contract/connection-filter';
import type { Overview } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { limitsOf } from '@/server/auth/within';
import { listNeeds } from './list-needs';
import { readHistory } from './read-history';
import { readStanding } from './read-standing';
import { readSweep } from './read-sweep';

/**
 * How a team's connections are, were, and what waits for a person. What was is counted for the whole team, and is not
 * told to a limited key.
 */
export async function getOverview(actor: Actor, { days }: { days: number }): Promise<Overview> {
  const standing = await readStanding(actor);
  const [history, needs, sweep] = await Promise.all([
    limitsOf(actor) ? [] : readHistory(actor.teamId, days),
    listNeeds(actor, standing),
    readSweep(actor),
  ]);
  const counts = connectionState.options.map((state) => [state, standing[state].count]);
  return { states: Object.fromEntries(counts) as Record<ConnectionState, number>, history, needs, sweep };
}
