import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { compareTimes, signedRank } from './compare-times';

/** Skewed, as times are, with a stall now and then that dwarfs everything. */
const noise = () => Math.random() ** 4 * 3 + (Math.random() < 0.02 ? 500 * Math.random() : 0);
const differences = (pairs: number, longer: number) => Array.from({ length: pairs }, () => longer + noise() - noise());

it('finds a quarter of a millisecond in the noise of 2,000 pairs, and a whole one in that of 200', () => {
  expect(signedRank(differences(2_000, 0.25))).toBeGreaterThan(4.5);
  expect(signedRank(differences(200, 1))).toBeGreaterThan(4.5);
  expect(signedRank(differences(2_000, -0.25))).toBeLessThan(-4.5);
});

it('finds nothing where there is nothing', () => {
  const many = Array.from({ length: 300 }, () => signedRank(differences(200, 0)));
  expect(Math.max(...many.map(Math.abs))).toBeLessThan(4.5);
  const variance = many.reduce((sum, z) => sum + z ** 2, 0) / many.length;
  expect(variance).toBeGreaterThan(0.7);
  expect(variance).toBeLessThan(1.4);
});

it('asks both in each pair, and tells which took longer', async () => {
  const asked: number[][] = [[], []];
  const { z, difference } = await compareTimes(
    40,
    (pair) => sleep(4, asked[0]!.push(pair)),
    (pair) => sleep(1, asked[1]!.push(pair)),
  );
  expect(asked[0]).toEqual(asked[1]);
  expect(z).toBeGreaterThan(4.5);
  expect(difference).toBeGreaterThan(1);
});
