import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { shared } from '@/server/shared';

const lookEveryMs = 50;
const underWay = () => shared('arrivals', () => ({ count: 0 }));

/** Does `work` as a callback: while any is under way in this process, what can wait a moment does. */
export async function asArrival<T>(work: () => Promise<T>): Promise<T> {
  underWay().count += 1;
  try {
    return await work();
  } finally {
    underWay().count -= 1;
  }
}

/** Returns once no callback is under way, after `mostMs` in any case: a flood of them must not stop everything else. */
export async function afterArrivals(mostMs: number): Promise<void> {
  const startedAt = performance.now();
  while (underWay().count > 0 && performance.now() - startedAt < mostMs) await sleep(lookEveryMs);
}
