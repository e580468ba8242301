import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { connectionFilter, connectionSort, connectionState } from '@/contract/connection-filter';
import { hasScope } from '@/contract/scope-tree';
import type { Connection } from '@/contract/connections';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { countStates } from './count-states';
import { listConnections } from './list-connections';

type Filter = Record<string, string>;

const total = 60;
const names = ['Ｎｏｒｔｈ Café', '東京広告', 'ﾐﾄﾞﾘ 100%_off', 'north'];
const advertisers = ['7010666682221854722', '7010666999', '80000'];
let owner: Person;
let all: Connection[];
let reach: Map<string, string[]>;
let choices: { appIds: string[]; owners: string[]; tags: string[] };

const list = (filter: Filter) => listConnections(owner, connectionFilter.parse(filter));
const day = (count: number) => new Date(Date.UTC(2026, 0, count));

beforeAll(async () => {
  const team = await createTeam();
  owner = await createPerson(team);
  const colleague = await createPerson(team);
  const apps = [await createAppRow(team), await createAppRow(team)];
  const tags = [];
  for (const name of ['a', 'b']) tags.push((await db.tag.create({ data: { teamId: team.id, name } })).id);
  choices = { appIds: apps.map(({ id }) => id), owners: [owner.id, colleague.id, 'none'], tags };
  reach = new Map();
  for (let at = 0; at < total; at++) {
    const advertiserIds = advertisers.filter((_, place) => (at + place) % 4 === 0);
    const { id } = await createConnectionRow(team, apps[at % 2]!, {
      name: names[at % 4],
      state: connectionState.options[at % 7],
      scopes: [['4'], ['44', '100'], [], ['200', '201', '10']][at % 4],
      advertiserIds,
      ...(at % 3 > 0 && { ownerId: [owner, colleague][at % 2]!.id }),
    });
    reach.set(id, advertiserIds);
    await db.connection.update({
      where: { id },
      data: {
        lastCheckedAt: at % 5 ? day(at % 4) : null,
        lastAuthorizedAt: day(at % 6),
        ...(at % 4 === 1 && { problem: { key: 'token_rejected', code: 1, message: null, requestId: null } }),
        ...(at % 5 === 2 && {
          lastCheckError: { key: 'timeout', code: 1, message: null, requestId: null, at: day(1) },
        }),
        tiktokUserId: '1',
        tiktokUserName: at % 8 === 3 ? '佐藤' : null,
        archivedAt: at % 10 === 7 ? day(2) : null,
      },
    });
    if (at % 3 === 0)
      await db.connectionTag.create({ data: { teamId: team.id, connectionId: id, tagId: tags[at % 2]! } });
  }
  all = [...(await list({ limit: '200' })).rows, ...(await list({ limit: '200', archived: 'true' })).rows];
  expect(all.length).toBe(total);
});

/** What a filter means, said once more and without a database. */
function matches(row: Connection, filter: Filter): boolean {
  const among = (name: string, value: string) => !filter[name] || filter[name].split(',').includes(value);
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const reached = reach.get(row.id) ?? [];
  const { q, checkedBefore, authorizedBefore, authorizedAfter } = filter;
  const found =
    !q ||
    plain(`${row.name} ${row.tiktokUser?.name ?? ''}`).includes(plain(q)) ||
    (/^\d{4,}$/.test(q) && reached.some((id) => id.startsWith(q)));
  return (
    (row.archivedAt !== null) === (filter.archived === 'true') &&
    found &&
    among('state', row.state) &&
    among('appId', row.app.id) &&
    among('ownerId', row.owner?.id ?? 'none') &&
    (!filter.tag || row.tags.some(({ id }) => among('tag', id))) &&
    (!filter.advertiserId || reached.includes(filter.advertiserId)) &&
    (!filter.scope || hasScope(row.scopes, filter.scope)) &&
    (!filter.problem || row.problem?.key === filter.problem) &&
    (!filter.checkFailing || (row.lastCheckError !== null) === (filter.checkFailing === 'true')) &&
    (!checkedBefore || row.lastCheckedAt === null || row.lastCheckedAt < checkedBefore) &&
    (!authorizedBefore || row.lastAuthorizedAt < authorizedBefore) &&
    (!authorizedAfter || row.lastAuthorizedAt >= authorizedAfter)
  );
}

const some = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen.join(','));
const instant = fc.integer({ min: 1, max: 6 }).map((count) => day(count).toISOString());

const anyFilter = (): fc.Arbitrary<Filter> =>
  fc
    .record(
      {
        state: some(connectionState.options),
        appId: some(choices.appIds),
        ownerId: some(choices.owners),
        tag: some(choices.tags),
        q: fc.constantFrom(
          'NORTH',
          'ｃａｆé',
          '東',
          '東京',
          'みどり',
          'ミドリ',
          '0%_',
          '_',
          '佐藤',
          '7010',
          '70106669',
          'zz',
        ),
        advertiserId: fc.constantFrom(...advertisers),
        scope: fc.constantFrom('4', '44', '100', '20', '200', '2', '999'),
        problem: fc.constantFrom('token_rejected', 'other'),
        checkFailing: fc.constantFrom('true', 'false'),
        checkedBefore: instant,
        authorizedBefore: instant,
        authorizedAfter: instant,
        archived: fc.constantFrom('true', 'false'),
      },
      { requiredKeys: [] },
    )
    .map((filter) => Object.fromEntries(Object.entries(filter)));

test('filters mean together what each means alone, and the counts by state agree', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter(), async (filter) => {
      const expected = all.filter((row) => matches(row, filter));
      const page = await list({ ...filter, limit: '200' });
      expect(page.rows.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect(page.total).toBe(expected.length);
      const { state: _, sort: __, cursor: ___, limit: ____, skip: _____, ...rest } = connectionFilter.parse(filter);
      const counts = await countStates(owner, rest);
      const { state: ______, ...stateless } = filter;
      for (const state of connectionState.options) {
        expect(counts[state]).toBe(all.filter((row) => matches(row, { ...stateless, state })).length);
      }
    }),
    { numRuns: 60 },
  );
});

test('ids name what is wanted, and nothing else of the team', async () => {
  const wanted = all.filter(({ archivedAt }) => archivedAt === null).slice(3, 9);
  const page = await list({ ids: wanted.map(({ id }) => id).join(',') });
  expect(page.rows.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  const stranger = await createPerson(await createTeam());
  const ids = connectionFilter.parse({ ids: wanted[0]!.id });
  expect((await listConnections(stranger, ids)).total).toBe(0);
});

test.each(connectionSort.options.flatMap((sort) => [sort, `-${sort}`]))(
  'by %s, walking back shows what walking forth did, and a jump lands where counting would',
  async (sort) => {
    const whole = (await list({ sort, limit: '200' })).rows.map(({ id }) => id);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 70 }), async (limit, skip) => {
        const pages = [await list({ sort, limit: String(limit) })];
        while (pages.at(-1)!.nextCursor)
          pages.push(await list({ sort, limit: String(limit), cursor: pages.at(-1)!.nextCursor! }));
        expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole);
        expect(pages[0]!.previousCursor).toBeNull();
        for (let at = pages.length - 1; at > 0; at--) {
          const back = await list({ sort, limit: String(limit), cursor: pages[at]!.previousCursor! });
          expect(back.rows.map(({ id }) => id)).toEqual(pages[at - 1]!.rows.map(({ id }) => id));
          expect(back.previousCursor === null).toBe(at === 1);
        }
        const there = await list({ sort, limit: String(limit), skip: String(skip) });
        expect(there.rows.map(({ id }) => id)).toEqual(whole.slice(skip, skip + limit));
        if (skip > 0) {
          const before = await list({ sort, limit: String(limit), cursor: there.previousCursor! });
          expect(before.rows.map(({ id }) => id)).toEqual(whole.slice(0, skip).slice(-limit));
        }
      }),
      { numRuns: 4 },
    );
  },
);

test('a cursor and a jump together mean nothing', async () => {
  const { nextCursor } = await list({ limit: '1' });
  await expect(list({ cursor: nextCursor!, skip: '3' })).rejects.toMatchObject({ data: { field: 'skip' } });
});
