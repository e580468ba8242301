import type { World } from '../world';
import { shown } from './world';

/** All that can be asserted about this world: tokens and codes in full, no app secret. */
export function stateOf(world: World) {
  return {
    now: world.clock.now(),
    settings: world.settings,
    apps: [...world.apps.values()].map(shown),
    users: [...world.users.values()].map(({ advertiserIds, ...user }) => ({
      ...user,
      advertisers: advertiserIds.length,
    })),
    tokens: [...world.tokens.values()].map(({ advertiserIds, ...token }) => ({
      ...token,
      advertisers: advertiserIds.length,
    })),
    codes: [...world.codes.values()].map(({ advertiserIds, ...code }) => ({
      ...code,
      advertisers: advertiserIds.length,
    })),
    calls: Object.fromEntries(world.traffic.counts),
    callsOfApps: Object.fromEntries(world.traffic.countsOfApps),
    violations: world.traffic.violations,
    faults: world.faults.list(),
    slow: world.faults.slownesses(),
  };
}
