import type { Simulator } from '@/simulator/server';
import type { Apps } from './apps';
import type { ClientKey } from './clients';
import type { StoryClock } from './clock';
import type { People } from './people';

/** What the acts of the story work on. */
export type Scene = { simulator: Simulator; clock: StoryClock; people: People; apps: Apps };

export type Act = { daysAgo: number; act: () => Promise<unknown> };

export const minutes = (count: number): number => count / (24 * 60);

/** The living token of a client's grant to an app, and what it reaches. */
export function tokenOf({ simulator, apps }: Scene, client: ClientKey, app: keyof Apps) {
  const { world } = simulator;
  const userId = world.findUser(client)?.id;
  const token = world.liveTokens({ userId, appId: apps[app].appId ?? undefined }).at(-1);
  if (!token) throw new Error(`${client} has given ${app} no token`);
  return token;
}
