import { setTimeout as sleep } from 'node:timers/promises';

type Ask = (pair: number) => Promise<unknown>;
type Compared = {
  /** How far the differences are from falling to both sides alike, in standard deviations of chance. */
  z: number;
  /** Milliseconds, each the median: of one, of the other, and of one less the other within a pair. */
  one: number;
  other: number;
  difference: number;
};

/**
 * Whether asking one takes longer than asking the other. Both are asked in each pair, right after each other and in an
 * order drawn anew, so that a machine that others use slows both alike. `restMs`: after each, for what goes on behind
 * an answer.
 */
export async function compareTimes(pairs: number, one: Ask, other: Ask, { restMs = 0 } = {}): Promise<Compared> {
  const timed = async (ask: Ask, pair: number) => {
    const began = performance.now();
    await ask(pair);
    const took = performance.now() - began;
    if (restMs > 0) await sleep(restMs);
    return took;
  };
  const times: [one: number, other: number][] = [];
  for (let pair = -1; pair < pairs; pair++) {
    const isOneFirst = Math.random() < 0.5;
    const first = await timed(isOneFirst ? one : other, pair);
    const second = await timed(isOneFirst ? other : one, pair);
    // The first pair of all finds everything cold.
    if (pair >= 0) times.push(isOneFirst ? [first, second] : [second, first]);
  }
  const differences = times.map(([a, b]) => a - b);
  return {
    z: signedRank(differences),
    one: median(times.map(([a]) => a)),
    other: median(times.map(([, b]) => b)),
    difference: median(differences),
  };
}

/** Wilcoxon's signed-rank statistic: a stall of seconds counts as one large difference, whatever its size. */
export function signedRank(differences: number[]): number {
  const ranked = differences.filter((one) => one !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const n = ranked.length;
  const above = ranked.reduce((sum, one, at) => (one > 0 ? sum + at + 1 : sum), 0);
  return (above - (n * (n + 1)) / 4) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
