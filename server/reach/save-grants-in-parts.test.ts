import { expect, test } from 'vitest';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';
import { saveGrantsInParts } from './save-grants-in-parts';
import { saveReach } from './save-reach';
import { tellReach } from './tell-reach';

const first = 7_010_666_682_221_854_722n;
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => String(first + BigInt(from + at)));

async function stage() {
  const team = await createTeam();
  const { id } = await createConnectionRow(team, await createAppRow(team));
  const holder = { teamId: team.id, connectionId: id };
  const grants = async () =>
    (await db.grant.findMany({ where: holder, orderBy: { advertiserId: 'asc' } })).map((row) => row.advertiserId);
  const count = async () => (await db.connection.findUniqueOrThrow({ where: { id } })).advertiserCount;
  const events = async () =>
    (await db.connectionEvent.findMany({ where: holder, orderBy: { id: 'asc' } })).map(({ data }) => data);
  return { holder, grants, count, events };
}

/** As many parts as this, and no more. */
const times = (most: number) => {
  let gone = 0;
  return { mayGoOn: () => Promise.resolve(gone++ < most), gone: () => gone };
};

test('each part is a transaction of its own, with its true count, and the last is left to the caller', async () => {
  const { holder, grants, count, events } = await stage();
  const eventId = newId();
  const { mayGoOn, gone } = times(10);
  const counts: number[] = [];
  await saveGrantsInParts(holder, ids(0, 2_500), {
    leaveLast: true,
    mayGoOn,
    tell: async (tx, part) => counts.push((await tellReach(tx, holder, part, eventId)).gainedCount),
  });
  expect([gone(), counts, await count()]).toEqual([2, [1_000, 2_000], 2_000]);
  expect(await grants()).toEqual(ids(0, 2_000));
  const reach = { user: null, advertisers: ids(0, 2_500).map((advertiserId) => ({ advertiserId })) };
  await db.$transaction((tx) => saveReach(tx, { teamId: holder.teamId, id: holder.connectionId }, reach, eventId));
  expect([await grants(), await count()]).toEqual([ids(0, 2_500), 2_500]);
  expect(await events()).toMatchObject([{ gainedCount: 2_500, lostCount: 0 }]);
});

test('one that is stopped in between has told what it did, and the next does the rest', async () => {
  const { holder, grants, count, events } = await stage();
  await saveGrantsInParts(holder, ids(0, 1_500), times(9));
  const tell = (eventId: string) => (tx: Parameters<typeof tellReach>[0], part: Parameters<typeof tellReach>[2]) =>
    tellReach(tx, holder, part, eventId);
  const target = ids(1_000, 3_000);
  expect(await saveGrantsInParts(holder, target, { ...times(1), tell: tell(newId()) })).toBe(false);
  expect([await count(), await events()]).toMatchObject([2_500, [{ gainedCount: 1_000, lostCount: 0 }]]);
  expect(await saveGrantsInParts(holder, target, { ...times(9), tell: tell(newId()) })).toBe(true);
  expect([await grants(), await count()]).toEqual([target, 2_000]);
  expect(await events()).toMatchObject([{ gainedCount: 1_000 }, { gainedCount: 500, lostCount: 1_000 }]);
});

test('in a team that the statistics do not know yet, the last part is as quick as the first', async () => {
  const before = await stage();
  await saveGrantsInParts(before.holder, ids(0, 5_000), times(9));
  await db.$executeRaw`ANALYZE "Advertiser", "AdvertiserReach", "Grant"`;
  const { holder, count } = await stage();
  const [took, { mayGoOn }] = [[] as number[], times(99)];
  let began = performance.now();
  await saveGrantsInParts(holder, ids(0, 9_000), {
    mayGoOn: () => {
      began = performance.now();
      return mayGoOn();
    },
    tell: () => Promise.resolve(took.push(performance.now() - began)),
  });
  expect(await count()).toBe(9_000);
  expect(Math.min(...took.slice(-3))).toBeLessThan(3 * Math.min(...took.slice(0, 3)));
}, 60_000);
