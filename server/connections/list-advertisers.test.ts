import { beforeAll, expect, test } from 'vitest';
import { grantColumns } from '@/contract/advertiser-words';
import { grantFilter, type Grant } from '@/contract/grants';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { saveGrants } from '@/server/reach/save-grants';
import { upsertAdvertisers } from '@/server/reach/upsert-advertisers';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { listAdvertisers } from './list-advertisers';

const list = (asked: object, actor = owner) => listAdvertisers(actor, grantFilter.parse({ id, ...asked }));

const first = 7_010_666_682_221_854_722n;
const count = 10_000;
let owner: Person;
let id: string;

/** Every name twice, so that ids decide, and every hundredth without one. */
const names = Array.from({ length: count }, (_, at) =>
  at % 100 === 0 ? null : `${at % 2 ? 'あおぞら珈琲' : 'Northwind'} ${Math.floor(at / 4)}`,
);

beforeAll(async () => {
  const team = await createTeam();
  owner = await createPerson(team);
  ({ id } = await createConnectionRow(team, await createAppRow(team)));
  const reached = names.map((name, at) => ({ advertiserId: String(first + BigInt(at)), name }));
  await upsertAdvertisers(db, team.id, reached);
  await db.$executeRaw`
    UPDATE "Advertiser" SET status = (ARRAY['STATUS_ENABLE', 'STATUS_LIMIT'])[1 + ("advertiserId"::numeric % 3)::int],
      country = 'J' || "advertiserId"::numeric % 5, currency = CASE WHEN "advertiserId"::numeric % 7 > 0 THEN 'JPY' END
    WHERE "teamId" = ${team.id}::uuid`;
  const ids = reached.map(({ advertiserId }) => advertiserId);
  await db.$transaction((tx) => saveGrants(tx, { teamId: team.id, connectionId: id }, ids), { timeout: 60_000 });
  await db.$executeRaw`ANALYZE "Advertiser", "Grant"`;
});

test('pages through ten thousand, none twice and none left out, the last page as quick as the first', async () => {
  const rows: Grant[] = [];
  const took: number[] = [];
  let cursor: string | undefined;
  do {
    const startedAt = performance.now();
    const page = await list({ limit: 200, cursor });
    took.push(performance.now() - startedAt);
    expect(page.total).toBe(count);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(new Set(rows.map(({ advertiserId }) => advertiserId)).size).toBe(count);
  expect(rows.slice(-100).every(({ name }) => name === null)).toBe(true);
  expect(rows.slice(0, -100).every(({ name }) => name !== null)).toBe(true);
  const quickest = (pages: number[]) => Math.min(...pages);
  expect(quickest(took.slice(-10))).toBeLessThan(3 * quickest(took.slice(0, 10)));
});

test.each(grantColumns.flatMap((column) => [column, `-${column}`]))(
  'by %s: pages forward, back and by a jump are the same pages, and none is slow',
  async (sort) => {
    const [one, jumped] = [await list({ sort, limit: 100 }), await list({ sort, limit: 100, skip: 9_850 })];
    const two = await list({ sort, limit: 100, cursor: one.nextCursor });
    expect((await list({ sort, limit: 100, cursor: two.previousCursor })).rows).toEqual(one.rows);
    expect((await list({ sort, limit: 100, skip: 100 })).rows).toEqual(two.rows);
    const last = await list({ sort, limit: 100, cursor: jumped.nextCursor });
    expect([jumped.rows.length, last.rows.length, last.nextCursor]).toEqual([100, 50, null]);
    const ids = [one, two, jumped, last].flatMap(({ rows }) => rows.map(({ advertiserId }) => advertiserId));
    expect(new Set(ids).size).toBe(350);
    const startedAt = performance.now();
    await list({ sort, limit: 100, skip: 5_000 });
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  },
);

test.each<[string, number]>([
  ['あおぞら', 5_000],
  ['NORTHWIND', 4_900],
  ['wind 2499', 2],
  [String(first), 1],
  ['7010666682', count],
  ['701', 8],
  ['7010666682221859', 1_000],
  ['%', 0],
])('%s finds %i', async (q, expected) => {
  expect((await list({ q, limit: 1 })).total).toBe(expected);
});

test('refuses a cursor of text that no row can hold', async () => {
  const cursor = encodeCursor(['name', 'a\0b', '1']);
  await expect(list({ cursor, limit: 5 })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('shows an id as it came, and nothing of another team’s connection', async () => {
  const { rows } = await list({ q: String(first + 1n), limit: 5 });
  expect(rows).toMatchObject([
    { advertiserId: '7010666682221854723', name: 'あおぞら珈琲 0', connectionCount: 1, onlyThis: true },
  ]);
  const stranger = await createPerson(await createTeam());
  await expect(list({ limit: 5 }, stranger)).rejects.toMatchObject({ code: 'not_found' });
});
