import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { connectionFilter, connectionSort, connectionState } from '@/contract/connection-filter';
import type { Connection } from '@/contract/connections';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { countStates } from './count-states';
import { getConnection } from './get-connection';
import { listConnections } from './list-connections';

const list = (actor: Person, filter: Record<string, string> = {}) =>
  listConnections(actor, connectionFilter.parse(filter));
const namesOf = ({ rows }: { rows: Connection[] }) => rows.map(({ name }) => name).sort();

async function everyPage(actor: Person, filter: Record<string, string>): Promise<Connection[]> {
  const rows: Connection[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<typeof listConnections>> = await list(actor, {
      ...filter,
      ...(cursor && { cursor }),
    });
    rows.push(...page.rows);
    cursor = page.nextCursor;
  }
  return rows;
}

let owner: Person;
let appId: string;
const total = 40;

beforeAll(async () => {
  const team = await createTeam();
  owner = await createPerson(team);
  const [app, other] = [await createAppRow(team), await createAppRow(team)];
  appId = other.id;
  const day = (count: number) => new Date(Date.UTC(2026, 0, count));
  for (let at = 0; at < total; at++) {
    const { id } = await createConnectionRow(team, at % 10 === 9 ? other : app, {
      name: ['Same', '同じ', `Name ${at}`, '100%_off'][at % 4],
      state: connectionState.options[at % 7],
      scopes: [['10', '4'], ['44'], ['7043626160646946818'], ['1']][at % 4],
      advertiserIds: at === 7 ? ['7010666682221854722', '7010666682221854799'] : [],
    });
    await db.connection.update({
      where: { id },
      data: {
        lastCheckedAt: at % 3 === 0 ? null : day(1 + (at % 5)),
        lastAuthorizedAt: day(1 + (at % 6)),
        advertiserCount: at % 4,
        tiktokUserName: at === 11 ? '佐藤 花子' : null,
      },
    });
  }
});

test.each(connectionSort.options.flatMap((sort) => [sort, `-${sort}`]))(
  'the pages by %s are together the whole list, whatever their size',
  async (sort) => {
    const whole = (await list(owner, { sort, limit: '200' })).rows.map(({ id }) => id);
    expect(new Set(whole).size).toBe(total);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: total }), async (limit) => {
        const paged = await everyPage(owner, { sort, limit: String(limit) });
        expect(paged.map(({ id }) => id)).toEqual(whole);
      }),
      { numRuns: 4 },
    );
  },
);

test('sorts by value, then by age, and what has none comes last both ways', async () => {
  const checks = async (sort: string) =>
    (await list(owner, { sort, limit: '200' })).rows.map((row) => row.lastCheckedAt);
  const [up, down] = [await checks('lastCheck'), await checks('-lastCheck')];
  const dates = up.filter((at) => at !== null);
  expect(up).toEqual([...dates.toSorted(), ...up.filter((at) => at === null)]);
  expect(down).toEqual([...dates.toSorted().reverse(), ...up.filter((at) => at === null)]);
  const states = (await list(owner, { sort: 'state', limit: '200' })).rows.map(({ state }) => state);
  const worstFirst = connectionState.options;
  expect(states).toEqual(states.toSorted((a, b) => worstFirst.indexOf(a) - worstFirst.indexOf(b)));
  const ids = (await list(owner, { limit: '200' })).rows.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().reverse());
});

test.each<[Record<string, string>, number]>([
  [{ state: 'auth_broken' }, 6],
  [{ state: 'auth_broken,healthy' }, 12],
  [{ state: 'auth_broken', q: 'same' }, 2],
  [{ q: 'NAME' }, 10],
  [{ q: '同' }, 10],
  [{ q: '0%_' }, 10],
  [{ q: '_' }, 10],
  [{ q: '佐藤' }, 1],
  [{ q: '7010666' }, 1],
  [{ q: '701' }, 0],
  [{ q: '70106666822218547999' }, 0],
  [{ advertiserId: '7010666682221854799' }, 1],
  [{ advertiserId: '7010666682221854790' }, 0],
  [{ scope: '44' }, 20],
  [{ scope: '100' }, 20],
  [{ scope: '4' }, 10],
  [{ scope: '7043626160646946818' }, 10],
  [{ archived: 'true' }, 0],
])('%j finds %i, and says so', async (filter, count) => {
  const page = await list(owner, { ...filter, limit: '5' });
  expect([page.total, page.rows.length]).toEqual([count, Math.min(5, count)]);
  const { state: _, ...rest } = filter;
  const counts = await countStates(
    owner,
    connectionFilter.pick({ q: true, advertiserId: true, scope: true, archived: true }).parse(rest),
  );
  if (!filter.state) expect(Object.values(counts).reduce((sum, each) => sum + each)).toBe(count);
});

test('narrows to an app, and to what was archived', async () => {
  expect((await list(owner, { appId })).total).toBe(4);
  const [first] = (await list(owner, { appId })).rows;
  await db.connection.update({ where: { id: first!.id }, data: { archivedAt: new Date() } });
  expect((await list(owner, { appId })).total).toBe(3);
  expect(namesOf(await list(owner, { appId, archived: 'true' }))).toEqual([first!.name]);
  await db.connection.update({ where: { id: first!.id }, data: { archivedAt: null } });
});

test('tells of each what looking at it alone tells', async () => {
  const { rows } = await list(owner, { limit: '200' });
  expect(rows).toEqual(await Promise.all(rows.map(({ id }) => getConnection(owner, { id }))));
});

test('shows nothing of another team', async () => {
  const stranger = await createPerson(await createTeam());
  for (const filter of [{}, { appId }, { q: '佐藤' }, { advertiserId: '7010666682221854722' }]) {
    expect(await list(stranger, filter as Record<string, string>)).toMatchObject({
      rows: [],
      total: 0,
      nextCursor: null,
    });
  }
});

const id = '019a0000-0000-7000-8000-000000000000';

test.each<[string, string]>([
  ['name', 'nonsense'],
  ['name', encodeCursor(['-name', 'after', 'A', id])],
  ['name', encodeCursor(['name', 'beside', 'A', id])],
  ['advertisers', encodeCursor(['advertisers', 'after', 'many', id])],
  ['lastCheck', encodeCursor(['lastCheck', 'after', '2026-02-31T00:00:00Z', id])],
  ['name', encodeCursor(['name', 'before', 'a\0b', id])],
  ['lastCheck', encodeCursor(['lastCheck', 'after', '0000-01-01T00:00:00Z', id])],
  ['state', encodeCursor(['state', 'from', 'fine', id])],
  ['name', encodeCursor(['name', 'after', null, id])],
  ['newest', encodeCursor(['newest', 'after', 'x', 'y'])],
])('refuses a cursor of %s that no page of it gave', async (sort, cursor) => {
  await expect(list(owner, { sort, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
});
