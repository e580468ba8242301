import { expect, test } from 'vitest';
import { inRounds } from './in-rounds';

/** Rounds that end when they are told to, and what each was asked. */
function stage(name: string, fail: (asks: number[]) => Error | undefined = () => undefined) {
  const rounds: number[][] = [];
  let ready = Promise.resolve();
  const ask = inRounds(name, async (_, asks: number[]) => {
    rounds.push(asks);
    await ready;
    const error = fail(asks);
    if (error) throw error;
    return asks.map((n) => n * 2);
  });
  const hold = () => {
    let go!: () => void;
    ready = new Promise((resolve) => (go = resolve));
    return go;
  };
  return { rounds, ask, hold };
}

test('who comes while a round is under way goes with the next, and each gets their own answer', async () => {
  const { rounds, ask, hold } = stage('together');
  const go = hold();
  const first = ask('team', 1);
  await expect.poll(() => rounds.length).toBe(1);
  const others = [2, 3, 4].map((n) => ask('team', n));
  const elsewhere = ask('other', 9);
  go();
  expect(await Promise.all([first, ...others, elsewhere])).toEqual([2, 4, 6, 8, 18]);
  expect(rounds).toHaveLength(3);
  expect(rounds).toContainEqual([2, 3, 4]);
});

test('one that fails fails alone', async () => {
  const { ask } = stage('one fails', (asks) => (asks.includes(2) ? new Error('two') : undefined));
  const settled = await Promise.allSettled([1, 2, 3].map((n) => ask('team', n)));
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([2, 'failed', 6]);
});

test('where the database went away, nothing is done again that may have been kept', async () => {
  const gone = Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
  const { ask, rounds } = stage('away', () => gone);
  const settled = await Promise.allSettled([1, 2, 3].map((n) => ask('team', n)));
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(rounds).toEqual([[1, 2, 3]]);
});
