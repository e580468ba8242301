import { systemActor } from '@/server/auth/actor';
import { runCheck } from '@/server/checks/run-check';
import { pauseConnection } from '@/server/connections/pause-connection';
import { revokeConnection } from '@/server/connections/revoke-connection';
import { updateConnection } from '@/server/connections/update-connection';
import { putApp } from '@/simulator/control/world';
import { narrowToken, revokeToken } from '@/simulator/tokens';
import { connect } from '@/test/authorize';
import type { AppKey } from './apps';
import type { ClientKey } from './clients';
import { tokenOf, type Scene } from './scene';

type Fate = (scene: Scene, connection: { id: string; client: ClientKey; app: AppKey }) => Promise<unknown>;

const find: Fate = ({ people }, { id }) => runCheck(people.admin, { id, trigger: 'person' });

/** What can become of a connection: first at TikTok, then here, by whatever notices it. */
export const fates = {
  withdrawn: (scene, connection) => {
    revokeToken(tokenOf(scene, connection.client, connection.app));
    return find(scene, connection);
  },
  /** One sweep has seen it; it takes a second look to call it broken. */
  withdrawnUnnoticed: (scene, { id, client, app }) => {
    revokeToken(tokenOf(scene, client, app));
    return runCheck(systemActor(scene.people.owner.teamId), { id, trigger: 'sweep' });
  },
  oneAccountRemoved: (scene, connection) => loseAccounts(scene, connection, 1),
  allAccountsRemoved: (scene, connection) => loseAccounts(scene, connection),
  oneAccountDeleted: (scene, connection) => {
    const [advertiserId = ''] = tokenOf(scene, connection.client, connection.app).advertiserIds;
    scene.simulator.world.advertisers.delete(advertiserId);
    return find(scene, connection);
  },
  appBlocked: (scene, connection) => {
    putApp(scene.simulator.world, { id: scene.apps[connection.app].appId!, status: 'blocked' });
    return find(scene, connection);
  },
  checkUnanswered: async (scene, connection) => {
    const { faults } = scene.simulator.world;
    faults.plan({ endpoint: 'user/info', kind: 'status', status: 503, times: 9 });
    faults.plan({ endpoint: 'oauth2/advertiser/get', kind: 'status', status: 503, times: 9 });
    await find(scene, connection);
    faults.clear('user/info');
    faults.clear('oauth2/advertiser/get');
  },
  noAccountTicked: async () => undefined,
  reauthorized: ({ simulator, people, apps }, { id, client, app }) =>
    connect(simulator, people.operator, apps[app], { as: client, connectionId: id }),
  paused: ({ people }, { id }) => pauseConnection(people.admin, { id }),
  revoked: ({ people }, { id }) => revokeConnection(people.owner, { id, reason: 'Contract ended / 契約終了' }),
  revokedAndArchived: async ({ people }, { id }) => {
    await revokeConnection(people.owner, { id, reason: 'Client moved to another agency' });
    await updateConnection(people.owner, { id, archived: true });
  },
} satisfies Record<string, Fate>;

export type FateKey = keyof typeof fates;

function loseAccounts(scene: Scene, connection: Parameters<Fate>[1], count?: number) {
  const token = tokenOf(scene, connection.client, connection.app);
  narrowToken(token, { advertiserIds: token.advertiserIds.slice(0, count) });
  return find(scene, connection);
}
