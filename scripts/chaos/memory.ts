import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '@/scripts/random';
import type { Product } from '@/scripts/product';
import { busyMs, landAgain, landTwice, makeAttempts } from './callbacks';
import type { ChaosDatabase } from './database';
import { judge, settled } from './judge';
import type { Plan } from './plan';
import { reportOf, type Report } from './report';
import { openStage } from './stage';

/** Megabytes: hardly more than it needs to start. */
const heapMb = 96;
const filler = fileURLToPath(new URL('fill-memory.js', import.meta.url));
const starved = { NODE_OPTIONS: `--max-old-space-size=${heapMb} --import ${filler}` };

/**
 * Lets a server run out of memory under concurrent callbacks, again and again: it has little, is given more to keep, and
 * V8 ends it wherever it is. Some end by themselves before that. Then one with memory enough counts what there is.
 */
export async function chaosMemory(
  { cycles, callbacks, seed, onCycle, enough }: Plan,
  database: ChaosDatabase,
): Promise<Report> {
  const stage = await openStage(database);
  let { product } = await stage.start();
  try {
    const set = await stage.prepare();
    const random = randomFrom(seed);
    const attempts = await makeAttempts(set, cycles * callbacks);
    const ends: string[] = [];
    for (let cycle = 1; cycle <= cycles && !enough.aborted; cycle++) {
      await product.stop();
      product = (await stage.start(starved)).product;
      const lifeMs = 10 + random(busyMs);
      const landings = landTwice(attempts.slice((cycle - 1) * callbacks, cycle * callbacks), set.browser, random);
      await Promise.race([sleep(lifeMs), product.ended]);
      ends.push(await starve(product));
      await landings;
      onCycle(`${cycle}/${cycles}: filled after ${lifeMs} ms, ended by ${ends.at(-1)}`);
    }
    ({ product } = await stage.start());
    await landAgain(attempts, set.browser, callbacks);
    await settled(240_000);
    const { rows, held } = reportOf(await judge(stage, attempts));
    return {
      rows: [
        [`out of memory, of ${heapMb} MB`, `${ends.filter((end) => end === 'SIGABRT').length} of ${ends.length}`],
        ['callbacks sent', ends.length * callbacks * 2],
        ...rows,
      ],
      held: held && ends.every((end) => end === 'SIGABRT'),
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}

/** @returns what ended it: SIGABRT is V8’s own word. */
async function starve({ pid, ended }: Product): Promise<string> {
  try {
    process.kill(pid!, 'SIGUSR2');
  } catch {
    // It has ended already.
  }
  const [code, signal] = await ended;
  return signal ?? `exit ${code}`;
}
