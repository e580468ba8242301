import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '@/scripts/random';
import type { Attempt } from './attempt';
import { busyMs, landAgain, landTwice, makeAttempts } from './callbacks';
import type { ChaosDatabase } from './database';
import { judge, settled } from './judge';
import type { Plan } from './plan';
import { middleAndMost, reportOf, type Report } from './report';
import { openStage } from './stage';

/** Longer than the lease of an exchange that died with its instance, and the minute until somebody looks. */
const settleMs = 240_000;

/**
 * Ends a server under concurrent callbacks, again and again, and then counts what TikTok issued and what is stored:
 * with `kill -9`, or with SIGTERM, which loses nothing in flight either.
 */
export async function chaosKill(
  { cycles, callbacks, seed, onCycle, enough }: Plan,
  database: ChaosDatabase,
  how: 'kill' | 'stop' = 'kill',
): Promise<Report> {
  const stage = await openStage(database);
  let { product } = await stage.start();
  try {
    const set = await stage.prepare();
    const random = randomFrom(seed);
    const attempts: Attempt[] = [];
    const restartMs: number[] = [];
    for (let cycle = 1; cycle <= cycles && !enough.aborted; cycle++) {
      const made = await makeAttempts(set, callbacks);
      attempts.push(...made);
      const lifeMs = 10 + random(busyMs);
      const landings = landTwice(made, set.browser, random);
      await sleep(lifeMs);
      await product[how]();
      await landings;
      const restarted = await stage.start();
      product = restarted.product;
      restartMs.push(restarted.ms);
      onCycle(`${cycle}/${cycles}: ended after ${lifeMs} ms, ready again after ${restarted.ms} ms`);
    }
    await landAgain(attempts, set.browser, callbacks);
    await settled(settleMs);
    const verdict = await judge(stage, attempts);
    const { rows, held } = reportOf(verdict);
    return {
      rows: [
        [how === 'kill' ? 'kill -9' : 'SIGTERM', restartMs.length],
        ['callbacks sent', attempts.length * 2],
        ...rows,
        ['restart to ready, median and most', middleAndMost(restartMs, 'ms')],
      ],
      held: held && (how === 'kill' || verdict.reportedLost === 0),
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}
