import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { turnsFrom } from './turns';

const budgetOf = (callInterval: number) => ({ teamId: randomUUID(), id: randomUUID(), callInterval });

/** After how many milliseconds the last of so many turns came. */
async function lastOf(works: ReturnType<typeof turnsFrom>[], each: number): Promise<number> {
  const startedAt = performance.now();
  const run = async (turns: (typeof works)[number]) => {
    for (let at = 0; at < each; at++) await turns.next();
  };
  await Promise.all(works.map(run));
  return performance.now() - startedAt;
}

test('calls that a stall has delayed are not made at once, whichever work they belong to', async () => {
  const budget = budgetOf(40);
  const late = [0, 1, 2, 3].map((work) => turnsFrom(Date.now() - 2_000 + work * 120, budget, 3));
  expect(await lastOf(late, 3)).toBeGreaterThan(11 * 30 - 20);
});

test('one app does not wait for another', async () => {
  const works = Array.from({ length: 20 }, () => turnsFrom(Date.now() - 2_000, budgetOf(10_000), 1));
  expect(await lastOf(works, 1)).toBeLessThan(5_000);
});
