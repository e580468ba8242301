import { systemActor } from '@/server/auth/actor';
import { getAuthorization } from '@/server/authorizations/find-authorization';
import { runCheck } from '@/server/checks/run-check';
import { updateConnection } from '@/server/connections/update-connection';
import { connect } from '@/test/authorize';
import type { AppKey } from './apps';
import { brandOf, type ClientKey } from './clients';
import { fates, type FateKey } from './fates';
import type { People } from './people';
import type { Act, Scene } from './scene';

type Row = [client: ClientKey, app: AppKey, by: keyof People, daysAgo: number, fate?: FateKey, fateDaysAgo?: number];

const rows: Row[] = [
  ['aozora', 'reporting', 'owner', 44],
  ['yamabiko', 'management', 'admin', 43, 'revokedAndArchived', 20],
  ['kite', 'legacy', 'admin', 42, 'appBlocked', 6],
  ['tanpopo', 'legacy', 'admin', 41, 'appBlocked', 6],
  ['enterprise', 'enterprise', 'owner', 40],
  ['kaede', 'reporting', 'operator', 38, 'reauthorized', 4],
  ['tidal', 'reporting', 'operator', 37, 'withdrawn', 3],
  ['northwind', 'reporting', 'admin', 35],
  ['harbour', 'management', 'operator', 33, 'checkUnanswered', 0.05],
  ['maple', 'management', 'owner', 31],
  ['bright', 'reporting', 'operator', 30, 'paused', 12],
  ['orchard', 'kyoto', 'operator', 29, 'withdrawn', 9],
  ['granite', 'pixel', 'admin', 27],
  ['mochi', 'reporting', 'operator', 26, 'oneAccountRemoved', 5],
  ['hikari', 'reporting', 'operator', 25, 'revoked', 8],
  ['lotus', 'management', 'operator', 24, 'allAccountsRemoved', 2],
  ['sakura', 'management', 'admin', 23, 'paused', 1],
  ['aozora', 'management', 'admin', 22],
  ['granite', 'legacy', 'owner', 21, 'appBlocked', 6],
  ['velo', 'management', 'operator', 19, 'withdrawn', 0.4],
  ['fuji', 'management', 'operator', 18],
  ['cobalt', 'management', 'admin', 17, 'oneAccountDeleted', 1.5],
  ['northwind', 'enterprise', 'owner', 16],
  ['tsubame', 'reporting', 'operator', 14],
  ['koto', 'kyoto', 'operator', 13],
  ['walnut', 'pixel', 'admin', 11],
  ['lumen', 'reporting', 'operator', 10],
  ['origami', 'reporting', 'operator', 9.5, 'revoked', 0.2],
  ['kaede', 'management', 'admin', 7],
  ['fuji', 'catalog', 'admin', 6.5],
  ['nami', 'kyoto', 'operator', 3.5, 'withdrawnUnnoticed', 0.02],
  ['koto', 'reporting', 'operator', 2.5],
  ['hoshizora', 'management', 'operator', 1.2, 'noAccountTicked', 1.19],
];

export type Connections = Map<string, string>;
export const connectionKey = (client: ClientKey, app: AppKey) => `${client} to ${app}`;

/** Each connection is made, checked now and then, and meets its fate. */
export function connectionActs(scene: Scene, connections: Connections): Act[] {
  return rows.flatMap(([client, app, by, daysAgo, fate, fateDaysAgo = 0]) => {
    const idOf = () => connections.get(connectionKey(client, app))!;
    const checks = (client === 'enterprise' ? [0.02] : [0.6, 0.25, 0.02])
      .map((part) => daysAgo * part)
      .filter((at) => at > fateDaysAgo);
    const make = async () => {
      const advertiserIds = fate === 'noAccountTicked' ? [] : undefined;
      connections.set(connectionKey(client, app), await makeConnection(scene, client, app, by, advertiserIds));
    };
    return [
      { daysAgo, act: make },
      ...checks.map((at) => ({ daysAgo: at, act: () => check(scene, idOf(), 'sweep') })),
      ...(fate ? [{ daysAgo: fateDaysAgo, act: () => fates[fate](scene, { id: idOf(), client, app }) }] : []),
    ];
  });
}

async function makeConnection(scene: Scene, as: ClientKey, app: AppKey, by: keyof People, advertiserIds?: string[]) {
  const { simulator, people, apps } = scene;
  const actor = people[by];
  const { id } = await connect(simulator, actor, apps[app], { as, advertiserIds });
  const { connectionId, failure } = await getAuthorization(actor, { id });
  if (!connectionId) throw new Error(`${as} was not connected to ${app}: ${JSON.stringify(failure)}`);
  await check(scene, connectionId, 'authorization');
  const name = brandOf(as);
  if (name) await updateConnection(actor, { id: connectionId, name });
  return connectionId;
}

function check({ people }: Scene, id: string, trigger: 'authorization' | 'sweep') {
  return runCheck(systemActor(people.owner.teamId), { id, trigger });
}
