import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { advertiserColumns } from '@/contract/advertiser-words';
import { advertiserFilter, type Advertiser } from '@/contract/advertisers';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { countReach } from './count-reach';
import { exportAdvertisers } from './export-advertisers';
import { listAdvertisers } from './list-advertisers';
import { listChoices } from './list-choices';

const total = 40;
const idAt = (at: number) => String(7_010_666_682_221_854_700n + BigInt(at));
const list = (actor: Person, filter: Record<string, string> = {}) =>
  listAdvertisers(actor, advertiserFilter.parse(filter));

let owner: Person;
let appId: string;
let connectionId: string;

beforeAll(async () => {
  const team = await createTeam();
  owner = await createPerson(team);
  const [app, other] = [await createAppRow(team), await createAppRow(team)];
  appId = other.id;
  await db.advertiser.createMany({
    data: Array.from({ length: total }, (_, at) => ({
      teamId: team.id,
      advertiserId: idAt(at),
      name: ['青山コスメ 公式', 'Northwind Trading', `Ｎａｍｅ ${at}`, null][at % 4] ?? null,
      status: ['STATUS_ENABLE', 'STATUS_LIMIT', null][at % 3] ?? null,
      country: at % 2 ? 'JP' : null,
      currency: ['JPY', 'USD'][at % 2] ?? null,
      company: `Company ${at % 5}`,
      firstSeenAt: new Date(Date.UTC(2026, 0, 1 + (at % 7))),
    })),
  });
  const reach = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => idAt(from + at));
  const connect = (advertiserIds: string[], user: string, more: object = {}) =>
    createConnectionRow(team, app, { advertiserIds, tiktokUserId: user, ...more });
  ({ id: connectionId } = await connect(reach(0, 20), 'hanako'));
  await connect(reach(5, 10), 'hanako');
  await connect(reach(10, 15), 'mia', { state: 'paused' });
  await connect(reach(15, 25), 'mia', { state: 'auth_broken' });
  await createConnectionRow(team, other, { advertiserIds: reach(30, 33), state: 'app_problem' });
});

async function everyPage(filter: Record<string, string>): Promise<Advertiser[]> {
  const rows: Advertiser[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof list>> = await list(owner, { ...filter, ...(cursor && { cursor }) });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

test.each(advertiserColumns.flatMap((sort) => [sort, `-${sort}`]))(
  'the pages by %s are together the whole list, whatever their size, and a jump lands among them',
  async (sort) => {
    const whole = (await list(owner, { sort, limit: '200' })).rows.map(({ advertiserId }) => advertiserId);
    expect(new Set(whole).size).toBe(total);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: total }), fc.integer({ min: 0, max: total }), async (limit, skip) => {
        const paged = await everyPage({ sort, limit: String(limit) });
        expect(paged.map(({ advertiserId }) => advertiserId)).toEqual(whole);
        const there = await list(owner, { sort, limit: String(limit), skip: String(skip) });
        expect(there.rows.map(({ advertiserId }) => advertiserId)).toEqual(whole.slice(skip, skip + limit));
      }),
      { numRuns: 3 },
    );
  },
);

test('sorts by how it is reached, worst first, and what has no name comes last both ways', async () => {
  const reaches = (await list(owner, { sort: 'reach', limit: '200' })).rows.map(({ reach }) => reach);
  const counts = { none: 12, broken_only: 8, one_token: 10, one_person: 5, several: 5 };
  expect(reaches).toEqual(Object.entries(counts).flatMap(([reach, count]) => Array(count).fill(reach)));
  expect(await countReach(owner, {})).toEqual(counts);
  for (const sort of ['name', '-name']) {
    const names = (await list(owner, { sort, limit: '200' })).rows.map(({ name }) => name);
    expect(names.slice(-10)).toEqual(Array(10).fill(null));
    expect(names.slice(0, -10)).not.toContain(null);
  }
});

test.each<[Record<string, string>, number]>([
  [{ q: idAt(7) }, 1],
  [{ q: '7010666682' }, total],
  [{ q: '701066668222185470' }, 10],
  [{ q: '701' }, 0],
  [{ q: '青山' }, 10],
  [{ q: 'コスメ' }, 10],
  [{ q: 'NORTH' }, 10],
  [{ q: 'wind tr' }, 10],
  [{ q: 'ｎａｍｅ' }, 10],
  [{ q: 'name 2' }, 3],
  [{ q: '%' }, 0],
  [{ q: '_' }, 0],
  [{ status: 'STATUS_ENABLE' }, 14],
  [{ status: 'STATUS_ENABLE,STATUS_LIMIT' }, 27],
  [{ country: 'JP' }, 20],
  [{ currency: 'JPY', country: 'JP' }, 0],
  [{ currency: 'USD', country: 'JP' }, 20],
  [{ reach: 'covered' }, 20],
  [{ reach: 'broken_only' }, 8],
  [{ reach: 'one_token' }, 10],
  [{ reach: 'one_person,none' }, 17],
  [{ reach: 'covered', q: '青山' }, 5],
])('%j finds %i, and says so', async (filter, count) => {
  const page = await list(owner, { ...filter, limit: '5' });
  expect([page.total, page.rows.length]).toEqual([count, Math.min(5, count)]);
  expect((await everyPage({ ...filter, limit: '7' })).length).toBe(count);
});

test('narrows to what a connection or an app reaches', async () => {
  expect((await list(owner, { connectionId })).total).toBe(20);
  expect((await list(owner, { appId })).total).toBe(3);
  expect((await list(owner, { appId, connectionId })).total).toBe(0);
  expect(await countReach(owner, { connectionId })).toMatchObject({
    one_token: 10,
    one_person: 5,
    several: 5,
    none: 0,
  });
});

test('offers the values there are', async () => {
  expect(await listChoices(owner)).toEqual({
    status: ['STATUS_ENABLE', 'STATUS_LIMIT'],
    country: ['JP'],
    currency: ['JPY', 'USD'],
  });
});

test('shows and counts nothing of another team', async () => {
  const stranger = await createPerson(await createTeam());
  for (const filter of [{}, { q: '青山' }, { q: idAt(7) }, { connectionId }, { appId }] as Record<string, string>[]) {
    expect(await list(stranger, filter)).toMatchObject({ rows: [], total: 0, nextCursor: null, previousCursor: null });
  }
  expect(await countReach(stranger, {})).toMatchObject({ none: 0, several: 0 });
  expect(await listChoices(stranger)).toEqual({ status: [], country: [], currency: [] });
});

test('a file has the rows that the list counts, ids to the last digit, and is on record', async () => {
  const { headers, body } = await exportAdvertisers(owner, { sort: '-reach', reach: ['covered'] });
  const rows = parse(await new Response(body).text(), { bom: true, columns: true }) as Record<string, string>[];
  expect(headers['x-row-count']).toBe('20');
  const shown = (await list(owner, { sort: '-reach', reach: 'covered' })).rows;
  expect(rows.map((row) => [row.advertiser_id, row.reach])).toEqual(shown.map((row) => [row.advertiserId, row.reach]));
  const event = await db.auditEvent.findFirst({ where: { teamId: owner.teamId, action: 'advertisers.exported' } });
  expect(event?.data).toEqual({ rows: 20, filter: 'reach=covered', sort: '-reach' });
});

test.each<Record<string, string>>([
  { q: 'a\0b' },
  { q: 'x'.repeat(201) },
  { reach: 'broken' },
  { country: "JP';--" },
  { connectionId: 'x' },
  { sort: 'secret' },
  { limit: '0' },
  { skip: '-1' },
  { unknown: 'x' },
])('refuses %j', (filter) => {
  expect(advertiserFilter.safeParse(filter).success).toBe(false);
});

test.each<[string, string]>([
  ['name', 'nonsense'],
  ['reach', encodeCursor(['reach', 'after', 'fine', '7010666682221854722'])],
  ['connections', encodeCursor(['connections', 'after', 'many', '7010666682221854722'])],
  ['id', encodeCursor(['id', 'after', "7'", "7'"])],
  ['name', encodeCursor(['name', 'after', 'a\0b', '7010666682221854722'])],
  ['newest', encodeCursor(['newest', 'after', '0000-01-01T00:00:00Z', '7010666682221854722'])],
])('refuses a cursor of %s that no page of it gave', async (sort, cursor) => {
  await expect(list(owner, { sort, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
});
