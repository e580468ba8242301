import { closeDatabase, openDatabase } from '@/server/database/open';
import { env } from '@/server/env';
import { snapshotStates } from '@/server/health/snapshot-states';
import { updateTeam } from '@/server/teams/update-team';
import { forget, shared } from '@/server/shared';
import { openVault } from '@/server/vault/open';
import type { Simulator } from '@/simulator/server';
import { seedApps } from './apps';
import { authorizationActs } from './authorizations';
import { seedClients } from './clients';
import { startClock } from './clock';
import { connectionActs, type Connections } from './connections';
import { seedPeople } from './people';
import { minutes, type Act, type Scene } from './scene';

/** Fills an empty database with six weeks in the life of a team, through the product's own verbs. */
export async function seedDemo(simulator: Simulator): Promise<Scene> {
  const clock = startClock(46);
  // The story itself does what jobs would: an engine would do it in its own time.
  shared('boss', async () => ({ send: async () => null }));
  await openDatabase();
  try {
    await openVault();
    return await play(simulator, clock);
  } finally {
    await closeDatabase();
    forget('boss');
    clock.stop();
  }
}

async function play(simulator: Simulator, clock: Scene['clock']): Promise<Scene> {
  const { world } = simulator;
  const people = await seedPeople();
  seedClients(world);
  const apps = await seedApps(people.owner, world, new URL('/callback', env().APP_URL).href);
  for (const endpoint of ['user/info', 'oauth2/advertiser/get']) {
    world.faults.plan({ endpoint, appId: apps.pixel.appId!, kind: 'code', code: 40125, times: null });
  }
  const scene = { simulator, clock, people, apps };
  const connections: Connections = new Map();
  const snapshotUntil = historian(clock);
  const acts = [...connectionActs(scene, connections), ...authorizationActs(scene, connections)];
  for (const { daysAgo, act } of inOrder(acts)) {
    await snapshotUntil(daysAgo);
    clock.moveTo(Math.max(daysAgo, minutes(2)));
    await act();
  }
  await snapshotUntil(0);
  // Brisk, so that somebody who watches sees it happen.
  await updateTeam(people.owner, { checkIntervalMinutes: 5 });
  return scene;
}

/** Keeps the states at every sixth hour that the story passes, as the hourly job would. */
function historian(clock: Scene['clock']) {
  const step = 0.25;
  let last = 45;
  return async (daysAgo: number) => {
    for (; last - step >= daysAgo; last -= step) {
      clock.moveTo(last - step);
      await snapshotStates(sixHour());
    }
  };
}

function sixHour(): Date {
  const sixHours = 6 * 3_600_000;
  return new Date(Math.floor(Date.now() / sixHours) * sixHours);
}

function inOrder(acts: Act[]): Act[] {
  return acts.toSorted((a, b) => b.daysAgo - a.daysAgo);
}
