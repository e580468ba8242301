import { setTimeout as sleep } from 'node:timers/promises';

export type Work = { name: string; perSecond: number; act: () => Promise<void> };
export type Tally = { name: string; done: number; ms: number[]; failures: string[] };

/** More waiting than this is a server that does not keep up. */
const mostWaiting = 100;

/** Begins each work as often as it says, whether or not earlier ones have ended, until told to stop. */
export async function keepPace(works: Work[], { minutes, enough }: { minutes: number; enough: AbortSignal }) {
  const until = performance.now() + minutes * 60_000;
  const tallies = works.map((work) => pace(work, () => performance.now() < until && !enough.aborted));
  return Promise.all(tallies);
}

async function pace({ name, perSecond, act }: Work, goesOn: () => boolean): Promise<Tally> {
  const tally: Tally = { name, done: 0, ms: [], failures: [] };
  const under = new Set<Promise<void>>();
  let due = performance.now();
  while (goesOn()) {
    if (under.size >= mostWaiting) tally.failures.push(`${under.size} waited at once`);
    else {
      const one = run(act, tally).finally(() => under.delete(one));
      under.add(one);
    }
    due += 1_000 / perSecond;
    await sleep(Math.max(0, due - performance.now()));
  }
  await Promise.all(under);
  return tally;
}

async function run(act: () => Promise<void>, tally: Tally): Promise<void> {
  const startedAt = performance.now();
  try {
    await act();
    tally.done += 1;
  } catch (error) {
    tally.failures.push((error as Error).message);
  }
  tally.ms.push(performance.now() - startedAt);
}
