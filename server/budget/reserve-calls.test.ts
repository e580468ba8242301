import fc from 'fast-check';
import { expect, test } from 'vitest';
import { db } from '@/test/database';
import { createAppRow, createTeam } from '@/test/factories';
import { callInterval } from './call-interval';
import { reserveCalls } from './reserve-calls';
import { blockedUntil, slowDown } from './slow-down';

async function budgetOf(interval = 200) {
  const team = await createTeam();
  const { id } = await createAppRow(team);
  return { teamId: team.id, id, callInterval: interval };
}

test('half of Basic is a call every 200 ms, which keeps to half of its minute and of its day', () => {
  const interval = callInterval({ tier: 'basic', environment: 'production', budgetPercent: 50 });
  expect(interval).toBe(200);
  expect([60_000 / interval, 86_400_000 / interval]).toEqual([600 / 2, 864_000 / 2]);
  expect(callInterval({ tier: 'ultimate', environment: 'production', budgetPercent: 50 })).toBe(40);
  expect(callInterval({ tier: 'ultimate', environment: 'sandbox', budgetPercent: 50 })).toBe(2_000);
});

test('an idle app’s call is due at once, those of fifty that ask together one interval after another', async () => {
  const budget = await budgetOf(1_000);
  expect(await reserveCalls(budget, 1)).toBe(0);
  const waits = await Promise.all(Array.from({ length: 50 }, () => reserveCalls(budget, 2)));
  const sorted = waits.toSorted((a, b) => a - b);
  sorted.slice(1).forEach((wait, at) => expect(wait - sorted[at]!).toBeGreaterThan(2_000 - 1_900));
  expect(sorted.at(-1)! - sorted[0]!).toBeGreaterThan(49 * 2_000 - 5_000);
  expect(sorted.at(-1)!).toBeLessThanOrEqual(1_000 + 49 * 2_000);
});

test('what was given back is free again', async () => {
  const budget = await budgetOf(10_000);
  await reserveCalls(budget, 3);
  await reserveCalls(budget, -2);
  const wait = await reserveCalls(budget, 1);
  expect(wait).toBeGreaterThan(5_000);
  expect(wait).toBeLessThanOrEqual(10_000);
});

test('one app’s budget is none of another’s', async () => {
  const [busy, idle] = [await budgetOf(60_000), await budgetOf(60_000)];
  await reserveCalls(busy, 10);
  expect(await reserveCalls(idle, 1)).toBe(0);
});

test('after TikTok’s refusal nothing is due until it may be', async () => {
  const budget = await budgetOf();
  await slowDown(budget, 'Due to too many requests, requests from App are temporarily restricted.');
  const wait = await reserveCalls(budget, 1);
  expect(wait).toBeGreaterThan(4.9 * 60_000);
  await slowDown(budget, 'App reaches the QPS limit.');
  const row = await db.appBudget.findFirstOrThrow({ where: { appId: budget.id } });
  expect(row.blockedUntil!.getTime()).toBeGreaterThan(Date.now() + 4.8 * 60_000);
});

test.each([
  ['App reaches the QPS limit.', '2026-11-22T12:00:01.000Z'],
  ['App reaches the QPM limit.', '2026-11-22T12:05:00.400Z'],
  ['Due to too many requests, requests from App are temporarily restricted.', '2026-11-22T12:05:00.400Z'],
  ['App reaches the QPD limit.', '2026-11-23T00:00:00.000Z'],
  ['Too many requests', '2026-11-22T12:01:00.400Z'],
])('“%s” means until %s', (message, until) => {
  expect(blockedUntil(message, new Date('2026-11-22T12:00:00.400Z')).toISOString()).toBe(until);
});

test('every refusal ends, and none in the past', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      (words, now) => {
        const wait = blockedUntil(words, now).getTime() - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(86_400_000);
      },
    ),
  );
});
