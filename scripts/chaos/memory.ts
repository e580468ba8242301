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

const filler = fileURLToPath(new URL('fill-memory.js', import.meta.url));
const starvedOf = (heapMb: number) => ({ NODE_OPTIONS: `--max-old-space-size=${heapMb} --import ${filler}` });

/**
 * Lets a server run out of memory under concurrent callbacks, again and again: it has little (96 MB are hardly more than
 * it needs to start), is given more to keep, and V8 ends it wherever it is. Some end by themselves before that. Then one
 * with memory enough counts what there is.
 */
export async function chaosMemory(
  { cycles, callbacks, seed, heapMb, onCycle, enough }: Plan,
  database: ChaosDatabase,
): Promise<Report> {
  const starved = starvedOf(heapMb);
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
      const startedAt = performance.now();
      const ended = starve(product).then((how) => ({ how, after: Math.round(performance.now() - startedAt) }));
      // Some come before it ends, some meanwhile, some find nobody.
      await sleep(random(busyMs));
      const landings = landTwice(attempts.slice((cycle - 1) * callbacks, cycle * callbacks), set.browser, random);
      const { how, after } = await ended;
      ends.push(how);
      await landings;
      onCycle(`${cycle}/${cycles}: ended by ${how} after ${after} ms`);
    }
    ({ product } = await stage.start());
    const begun = attempts.slice(0, ends.length * callbacks);
    const unanswered = begun.filter(({ redirected }) => !redirected).length;
    await landAgain(attempts, set.browser, callbacks);
    await settled(240_000);
    const { rows, held } = reportOf(await judge(stage, attempts));
    return {
      rows: [
        [`out of memory, of ${heapMb} MB`, `${ends.filter((end) => end === 'SIGABRT').length} of ${ends.length}`],
        ['callbacks sent', begun.length * 2],
        ['people who got no answer, and load again', unanswered],
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
