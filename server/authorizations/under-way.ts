import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { shared } from '@/server/shared';

const underWay = () => shared('exchanges under way', () => new Set<Promise<unknown>>());

/** Counts an exchange as under way until it has ended, whoever still waits for it. */
export async function countUnderWay<T>(exchange: Promise<T>): Promise<T> {
  underWay().add(exchange);
  try {
    return await exchange;
  } finally {
    underWay().delete(exchange);
  }
}

/** Until no exchange is under way, for at most so long: whatever TikTok answers then finds nobody. */
export async function untilNoneIsUnderWay(patienceMs: number): Promise<void> {
  const enough = new AbortController();
  await Promise.race([
    Promise.allSettled(underWay()),
    sleep(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined),
  ]);
  enough.abort();
}
