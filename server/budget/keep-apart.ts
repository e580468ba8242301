import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { shared } from '@/server/shared';
import type { Budget } from './reserve-calls';

/** Of the time from one call to the next: calls that a stall has delayed are made up for, but not all at once. */
const leastShare = 0.75;

/** When the last planned call of each app was or will be made from this process, by a clock that nobody sets. */
const lastCalls = () => shared('last-calls', () => new Map<string, Promise<number>>());

/** Waits until the planned call of an app before this one is long enough ago, whichever work made it. */
export async function keepApart({ id, callInterval }: Budget): Promise<void> {
  const before = lastCalls().get(id) ?? Promise.resolve(-Infinity);
  const mine = before.then(async (at) => {
    await sleep(Math.max(0, at + callInterval * leastShare - performance.now()));
    return performance.now();
  });
  lastCalls().set(id, mine);
  await mine;
}
