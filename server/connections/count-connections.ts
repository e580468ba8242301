import 'server-only';
import { connectionState, type ConnectionFilter } from '@/contract/connection-filter';
import type { Actor } from '@/server/auth/actor';
import type { ConnectionMatch } from './connection-where';
import { countStates } from './count-states';

/** How many of the team's connections match, exactly. One count by state answers for any choice of states. */
export async function countConnections(
  actor: Actor,
  { state, sort: _, ...filter }: ConnectionMatch & Partial<Pick<ConnectionFilter, 'sort'>>,
): Promise<number> {
  const counts = await countStates(actor, filter);
  const asked = new Set(state?.length ? state : connectionState.options);
  return [...asked].reduce((sum, each) => sum + counts[each], 0);
}
