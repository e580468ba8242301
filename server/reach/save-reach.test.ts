import { expect, test } from 'vitest';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';
import type { Reach } from './read-reach';
import { saveGrants } from './save-grants';
import { saveReach } from './save-reach';
import { upsertAdvertisers } from './upsert-advertisers';

const first = 7_010_666_682_221_854_722n;
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => String(first + BigInt(from + at)));
const reaching = (advertiserIds: string[]): Reach => ({
  user: { id: '7010666682221800001', name: '佐藤', email: 's***o@example.jp', avatarUrl: null },
  advertisers: advertiserIds.map((advertiserId) => ({ advertiserId, name: `広告主 ${advertiserId}` })),
});
const inTransaction: typeof db.$transaction = (work) => db.$transaction(work, { timeout: 60_000 });

async function unnamed() {
  const team = await createTeam();
  const app = await createAppRow(team);
  const { id } = await createConnectionRow(team, app, { name: app.name });
  await db.connection.update({ where: { id }, data: { inspectedAt: null } });
  const save = async (reach: Reach) => {
    await upsertAdvertisers(db, team.id, reach.advertisers ?? []);
    return inTransaction((tx) => saveReach(tx, { teamId: team.id, id }, reach));
  };
  const row = () => db.connection.findUniqueOrThrow({ where: { id } });
  const countOf = async (advertiserId: string) =>
    (await db.advertiserReach.findUniqueOrThrow({ where: { teamId_advertiserId: { teamId: team.id, advertiserId } } }))
      .connectionCount;
  return { team, app, id, save, row, countOf };
}

test('ten thousand advertisers are kept, replaced and counted, every id as it came', async () => {
  const { team, id, save, row, countOf } = await unnamed();
  const { gainedCount, gained } = await save(reaching(ids(0, 10_000)));
  expect([gainedCount, gained.length]).toEqual([10_000, 100]);
  expect((await row()).advertiserCount).toBe(10_000);

  const again = await save(reaching(ids(0, 10_000)));
  expect([again.gainedCount, again.lostCount]).toEqual([0, 0]);

  const moved = await save(reaching(ids(4_000, 12_000)));
  expect([moved.gainedCount, moved.lostCount]).toEqual([2_000, 4_000]);
  expect(moved.lost[0]).toEqual({ advertiserId: String(first), name: `広告主 ${first}` });
  expect((await row()).advertiserCount).toBe(8_000);
  expect(await countOf(String(first))).toBe(0);
  expect(await countOf(String(first + 11_999n))).toBe(1);
  const kept = await db.grant.findMany({ where: { connectionId: id }, orderBy: { advertiserId: 'asc' } });
  expect(kept.map(({ advertiserId }) => advertiserId)).toEqual(ids(4_000, 12_000));
  expect(await db.connectionEvent.count({ where: { teamId: team.id, kind: 'reach_changed' } })).toBe(2);
}, 60_000);

test('bare ids keep the names that are known, and what TikTok did not say stays', async () => {
  const { team, id, save, row } = await unnamed();
  await save(reaching(ids(0, 3)));
  await inTransaction((tx) => saveGrants(tx, { teamId: team.id, connectionId: id }, ids(1, 4)));
  const names = await db.advertiser.findMany({ where: { teamId: team.id }, orderBy: { advertiserId: 'asc' } });
  expect(names.map(({ name }) => name)).toEqual([...ids(0, 3).map((advertiser) => `広告主 ${advertiser}`), null]);
  await save({ user: null, advertisers: null });
  expect(await row()).toMatchObject({ tiktokUserName: '佐藤', advertiserCount: 3 });
});

test('two connections of one advertiser are counted, and saving both at once does not lock up', async () => {
  const { team, app, id, countOf } = await unnamed();
  const other = await createConnectionRow(team, app);
  const [low, high] = [ids(0, 800), ids(400, 1_200)];
  for (let round = 0; round < 4; round++) {
    const swap = round % 2 === 0;
    await Promise.all([
      inTransaction((tx) => saveGrants(tx, { teamId: team.id, connectionId: id }, swap ? low : high)),
      inTransaction((tx) => saveGrants(tx, { teamId: team.id, connectionId: other.id }, swap ? high : low)),
    ]);
  }
  expect(await countOf(low[0]!)).toBe(1);
  expect(await countOf(low[500]!)).toBe(2);
  const counted = await db.advertiserReach.aggregate({ where: { teamId: team.id }, _sum: { connectionCount: true } });
  expect(counted._sum.connectionCount).toBe(1_600);
}, 60_000);

test('a new connection is named after its one advertiser, or else after its person, but never twice', async () => {
  const one = await unnamed();
  await one.save(reaching(ids(0, 1)));
  expect((await one.row()).name).toBe(`広告主 ${first}`);
  await one.save(reaching(ids(0, 2)));
  expect((await one.row()).name).toBe(`広告主 ${first}`);

  const several = await unnamed();
  await several.save(reaching(ids(0, 2)));
  expect((await several.row()).name).toBe('佐藤');

  const renamed = await unnamed();
  await db.connection.update({ where: { id: renamed.id }, data: { name: 'Mine' } });
  await renamed.save(reaching(ids(0, 1)));
  expect((await renamed.row()).name).toBe('Mine');
});
