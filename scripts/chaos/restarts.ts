import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '@/scripts/random';
import type { Attempt } from './attempt';
import { busyMs, landAgain, landTwice, makeAttempts } from './callbacks';
import { ownCluster } from './database';
import { judge, settled } from './judge';
import type { Plan } from './plan';
import { middleAndMost, reportOf, type Report } from './report';
import { openStage } from './stage';

const longestDownMs = 600;
const patienceMs = 30_000;

/**
 * Lets PostgreSQL break off under concurrent callbacks (`pg_ctl -m immediate`), again and again. The server is never
 * restarted: whoever was sent nowhere was told to load the page again, and does.
 */
export async function chaosPostgres({ cycles, callbacks, seed, onCycle, enough }: Plan): Promise<Report> {
  const cluster = ownCluster();
  const stage = await openStage({ url: cluster.url, close: async () => cluster.remove() });
  const { product } = await stage.start();
  const { PORT } = stage.environment;
  try {
    const set = await stage.prepare();
    const random = randomFrom(seed);
    const attempts: Attempt[] = [];
    const readyMs: number[] = [];
    for (let cycle = 1; cycle <= cycles && !enough.aborted; cycle++) {
      const made = await makeAttempts(set, callbacks);
      attempts.push(...made);
      const [lifeMs, downMs] = [10 + random(busyMs), random(longestDownMs)];
      const landings = landTwice(made, set.browser, random);
      await sleep(lifeMs);
      await cluster.breakOff(downMs);
      const upAt = Date.now();
      await untilReady(`http://localhost:${PORT}/readyz`);
      readyMs.push(Date.now() - upAt);
      await landings;
      await landAgain(made, set.browser, callbacks);
      onCycle(`${cycle}/${cycles}: broken off after ${lifeMs} ms, for ${downMs} ms; ready ${readyMs.at(-1)} ms later`);
    }
    await settled(240_000);
    const { rows, held } = reportOf(await judge(stage, attempts));
    const { statuses } = set.browser;
    const others = [...statuses].filter(([status]) => status !== 303 && status !== 503);
    return {
      rows: [
        ['immediate restarts of PostgreSQL', readyMs.length],
        ['callbacks answered with 303', statuses.get(303) ?? 0],
        ['told to load it again (503)', statuses.get(503) ?? 0],
        ['answered otherwise', others.map(([status, count]) => `${count} × ${status}`).join(', ') || 0],
        ['restarts of the server', 0],
        ...rows,
        ['ready again, median and most', middleAndMost(readyMs, 'ms')],
      ],
      held: held && others.length === 0,
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}

async function untilReady(address: string): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await fetch(address).catch(() => null))?.ok) {
    if (Date.now() > until) throw new Error('The server did not come back by itself.');
    await sleep(20);
  }
}
