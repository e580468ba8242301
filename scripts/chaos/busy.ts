import { setTimeout as sleep } from 'node:timers/promises';
import { fill } from '@/scripts/load/fill';
import { sizes, type SizeName } from '@/scripts/load/size';
import { processVitals } from '@/scripts/process-vitals';
import { db } from '@/server/database/client';
import type { Attempt } from './attempt';
import { openBrowser, type Browser } from './browser';
import { landAgain, makeAttempts } from './callbacks';
import type { ChaosDatabase } from './database';
import { judge, settled } from './judge';
import type { Plan } from './plan';
import { middleAndMost, reportOf, type Report } from './report';
import { openStage } from './stage';
import { openGuesses } from './wrong-sign-ins';

/** So many people sign in at once, and again as soon as they were answered. */
const people = 200;
const everyMs = 100;

/** Callbacks one after another, half of them while everything else that takes long is asked for at once. */
export async function chaosBusy({ callbacks, size, onCycle }: Plan, database: ChaosDatabase): Promise<Report> {
  const stage = await openStage(database);
  const { APP_URL } = stage.environment;
  const { product } = await stage.start({ TRUSTED_PROXY_HOPS: '1' });
  try {
    const set = await stage.prepare();
    const exporter = await fillBeside(APP_URL, size);
    const attempts = await makeAttempts(set, callbacks);
    const half = Math.ceil(callbacks / 2);
    const alone = await landEach(attempts.slice(0, half), set.browser);
    onCycle(`${half} callbacks alone`);
    const storm = await startStorm({ appUrl: APP_URL, exporter, pid: product.pid! });
    const busy = await landEach(attempts.slice(half), set.browser);
    const { guesses, files, memory } = await storm.stop();
    onCycle(`${callbacks - half} in the storm`);
    await landAgain(attempts, set.browser, 10);
    await settled(120_000);
    const { rows, held } = reportOf(await judge(stage, attempts));
    const refused = guesses.filter((status) => status === 401).length;
    return {
      rows: [
        ['answer to a callback, alone', middleAndMost(alone, 'ms')],
        ['answer to a callback, in the storm', middleAndMost(busy, 'ms')],
        [`wrong sign-ins, ${people} at once`, `${guesses.length}, of which ${refused} were refused as wrong`],
        ['files exported meanwhile', `${files} of ${sizes[size].advertisers} advertisers`],
        ['memory before, and at most', `${memory[0]!.toFixed(0)} MB, ${Math.max(...memory).toFixed(0)} MB`],
        // Nobody looks here what came of it.
        ...rows.filter(([name]) => !name.startsWith('acknowledged')),
      ],
      held: held && refused === guesses.length && files > 0,
    };
  } finally {
    await product.stop();
    await stage.close();
  }
}

async function fillBeside(appUrl: string, size: SizeName): Promise<Browser> {
  const { email, teamSlug } = await fill({ size: sizes[size], intoExisting: true });
  const select = { id: true, name: true, email: true } as const;
  return openBrowser(appUrl, await db.user.findUniqueOrThrow({ where: { email }, select }), teamSlug);
}

/** @returns milliseconds until each was sent on */
async function landEach(attempts: Attempt[], browser: Browser): Promise<number[]> {
  return Promise.all(
    attempts.map(async (attempt, n) => {
      await sleep(n * everyMs);
      const sentAt = performance.now();
      await browser.hit(attempt);
      return Math.round(performance.now() - sentAt);
    }),
  );
}

type Storm = { appUrl: string; exporter: Browser; pid: number };

async function startStorm({ appUrl, exporter, pid }: Storm) {
  const signIn = await openGuesses(appUrl);
  const memory = [processVitals(pid).rssMb];
  const timer = setInterval(() => memory.push(processVitals(pid).rssMb), 50);
  const guesses: number[] = [];
  let files = 0;
  let going = true;
  const guess = async () => {
    while (going) guesses.push(...(await signIn(people)));
  };
  const exportAll = async () => {
    for (; going; files++) await exporter.ask('GET', '/advertisers.csv');
  };
  const all = Promise.all([guess(), exportAll()]);
  return {
    async stop() {
      going = false;
      await all;
      clearInterval(timer);
      return { guesses, files, memory };
    },
  };
}
