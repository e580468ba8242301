import { cancelAuthorization } from '@/server/authorizations/cancel-authorization';
import { resumeAuthorizations, resumeExchange } from '@/server/authorizations/resume-authorizations';
import { connect, land, newBrowser, startAuthorization } from '@/test/authorize';
import type { AppKey } from './apps';
import type { ClientKey } from './clients';
import { connectionKey, type Connections } from './connections';
import { minutes, tokenOf, type Act, type Scene } from './scene';

/** Authorizations that are under way, wait for somebody, or ended without a connection. */
export function authorizationActs(scene: Scene, connections: Connections): Act[] {
  return [...endedActs(scene), ...waitingActs(scene, connections)];
}

function endedActs({ simulator, people, apps }: Scene): Act[] {
  const { operator, admin } = people;
  const { faults } = simulator.world;
  const exchangeFails = (app: AppKey, fault: { kind: 'code'; code: number } | { kind: 'reset'; consume: true }) =>
    faults.plan({ endpoint: 'oauth2/access_token', appId: apps[app].appId!, ...fault });
  let lostId = '';
  return [
    {
      daysAgo: 15,
      act: async () => {
        const { id } = await startAuthorization(admin, apps.management, null);
        await cancelAuthorization(admin, { id });
      },
    },
    {
      daysAgo: 12,
      act: async () => {
        const browser = newBrowser();
        const { state } = await startAuthorization(operator, apps.reporting, browser);
        await land(`http://localhost/callback?error=access_denied&state=${state}`, browser, operator.id);
      },
    },
    { daysAgo: 8, act: () => connect(simulator, admin, apps.sandbox, { as: 'thompson' }) },
    {
      daysAgo: 5,
      act: () => {
        exchangeFails('management', { kind: 'code', code: 40119 });
        return connect(simulator, admin, apps.management, { as: 'thompson' });
      },
    },
    {
      daysAgo: 2.2,
      act: async () => {
        exchangeFails('reporting', { kind: 'reset', consume: true });
        lostId = (await connect(simulator, operator, apps.reporting, { as: 'suzuki' })).id;
      },
    },
    {
      daysAgo: 2.2 - minutes(5),
      act: () => resumeExchange({ teamId: operator.teamId, authorizationId: lostId }),
    },
    { daysAgo: 2.1, act: () => startAuthorization(operator, apps.reporting, newBrowser()) },
    { daysAgo: 2, act: () => resumeAuthorizations() },
  ];
}

function waitingActs(scene: Scene, connections: Connections): Act[] {
  const { simulator, people, apps } = scene;
  const { operator, admin } = people;
  const copied = async (app: AppKey, as: ClientKey | 'suzuki' | 'thompson') => {
    const { url } = await startAuthorization(operator, apps[app], null);
    await land(simulator.authorize({ url, user: as }), newBrowser(), null);
  };
  const again = (client: ClientKey, app: AppKey, as: ClientKey | undefined = client, advertiserIds?: string[]) => {
    const connectionId = connections.get(connectionKey(client, app));
    return connect(simulator, operator, apps[app], { as, connectionId, advertiserIds });
  };
  return [
    { daysAgo: 0.3, act: () => again('lumen', 'reporting', 'tidal') },
    {
      daysAgo: 0.2,
      act: () => again('fuji', 'management', 'fuji', tokenOf(scene, 'fuji', 'management').advertiserIds.slice(0, 3)),
    },
    { daysAgo: minutes(41), act: () => copied('reporting', 'suzuki') },
    { daysAgo: minutes(35), act: () => startAuthorization(admin, apps.management, null) },
    { daysAgo: minutes(24), act: () => startAuthorization(operator, apps.kyoto, newBrowser()) },
    { daysAgo: minutes(12), act: () => copied('management', 'thompson') },
    { daysAgo: minutes(6), act: () => startAuthorization(operator, apps.reporting, newBrowser()) },
    {
      daysAgo: minutes(3),
      act: () => {
        const { faults } = simulator.world;
        faults.plan({
          endpoint: 'oauth2/access_token',
          appId: apps.catalog.appId!,
          kind: 'code',
          code: 50000,
          times: null,
        });
        return connect(simulator, operator, apps.catalog, { as: 'yamabiko' });
      },
    },
  ];
}
