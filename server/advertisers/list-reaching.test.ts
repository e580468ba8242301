import { beforeAll, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { getAdvertiser } from './get-advertiser';
import { listReaching } from './list-reaching';

const advertiserId = '7010666682221854722';
let owner: Person;
let team: TestTeam;
/** In the order in which they are to be shown. */
const names: string[] = [];

beforeAll(async () => {
  team = await createTeam();
  owner = await createPerson(team);
  const app = await createAppRow(team, { name: 'Reporting' });
  const make = async (name: string, columns: object, more: object = {}) => {
    const { id } = await createConnectionRow(team, app, { name, advertiserIds: [advertiserId], ...columns });
    await db.connection.update({ where: { id }, data: more });
    names.push(name);
  };
  const day = (date: number) => ({ lastCheckedAt: new Date(Date.UTC(2026, 0, date)) });
  await make('many permissions', { scopes: ['1', '2', '3'], ownerId: owner.id, tiktokUserId: 'hanako' }, day(1));
  await make('checked last', {}, day(9));
  await make('checked before', {}, day(8));
  await make('never checked', {});
  for (const state of ['degraded', 'unverifiable', 'paused', 'app_problem', 'auth_broken', 'revoked'] as const) {
    await make(state, { state, scopes: ['1', '2', '3', '4'] }, day(20));
  }
  await make('archived', { scopes: ['1', '2', '3'] }, { ...day(20), archivedAt: new Date() });
  await createConnectionRow(team, app, { advertiserIds: ['7010666682221854723'] });
});

test('tells every connection that reaches it, the best first, page by page', async () => {
  const seen: string[] = [];
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await listReaching(owner, { advertiserId, cursor, limit: 3 });
    expect(page.total).toBe(names.length);
    seen.push(...page.rows.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  }
  expect(seen).toEqual(names);
});

test('says of each whose it is, what it may, and whether it may be counted on', async () => {
  const { rows } = await listReaching(owner, { advertiserId, limit: 50 });
  expect(rows[0]).toMatchObject({
    app: { name: 'Reporting', environment: 'production' },
    owner: { id: owner.id, name: owner.name },
    tiktokUser: { id: 'hanako' },
    scopes: ['1', '2', '3'],
    live: true,
  });
  expect(rows[1]).toMatchObject({ owner: null, tiktokUser: null });
  const live = rows.filter((row) => row.live);
  expect(live.map(({ state }) => state)).toEqual([...Array(4).fill('healthy'), 'degraded', 'unverifiable', 'paused']);
  expect(await getAdvertiser(owner, { advertiserId })).toMatchObject({
    connectionCount: names.length,
    liveCount: live.length,
    personCount: 1,
    reach: 'one_person',
  });
});

test('an advertiser of another team is as missing as none', async () => {
  const stranger = await createPerson(await createTeam());
  for (const [actor, id] of [
    [stranger, advertiserId],
    [owner, '7010666682221854999'],
  ] as const) {
    const missing = { code: 'not_found', message: 'There is no such advertiser in this team.' };
    await expect(getAdvertiser(actor, { advertiserId: id })).rejects.toMatchObject(missing);
    await expect(listReaching(actor, { advertiserId: id, limit: 5 })).rejects.toMatchObject(missing);
  }
});
