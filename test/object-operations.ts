import routes from '@/lib/api-routes.json';
import { newId } from '@/server/database/new-id';
import { type Kind, make, type Stage } from '@/test/two-teams';

/** What else an operation wants of a caller, so that it is the object alone that is wrong. */
const input: Record<string, object | ((own: Stage) => Promise<object>)> = {
  'apps.update': { name: 'New' },
  'authorizations.confirm': { decision: 'replace' },
  'authorizations.renew': async (own) => ({ connectionId: await make.connections(own) }),
  'connections.update': { name: 'New' },
  'connections.report': { code: 40105 },
  'connections.revoke': { reason: 'Test' },
  'coverage.update': { name: 'New' },
  'members.changeRole': { role: 'operator' },
  'members.handOver': async (own) => ({ to: own.owner.id }),
  'tags.rename': () => Promise.resolve({ name: newId().slice(0, 30) }),
  'views.update': { name: 'New' },
};
const kinds: Record<string, Kind> = { 'authorizations.create': 'apps', 'account.endSession': 'sessions' };
/** Data keys belong to the installation. */
const ofNoTeam = ['vault.retire'];
/** Every operation of the contract that names an object in its address. */
export const ofObjects = Object.entries(routes).flatMap(([noun, operations]) =>
  Object.entries(operations as Record<string, string>)
    .filter(([verb, route]) => route.includes('{') && !ofNoTeam.includes(`${noun}.${verb}`))
    .map(([verb, route]) => ({ name: `${noun}.${verb}`, kind: kinds[`${noun}.${verb}`] ?? (noun as Kind), route })),
);

/** Such an input, for a caller of this team. */
export async function restOf(name: string, own: Stage): Promise<object> {
  const rest = input[name] ?? {};
  return typeof rest === 'function' ? rest(own) : rest;
}
