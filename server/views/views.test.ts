import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '@/contract/permissions';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';

let team: TestTeam;
let people: Record<Role, Person>;
beforeEach(async () => {
  team = await createTeam();
  const join = (role: Role) => createPerson(team, role);
  people = {
    owner: await join('owner'),
    admin: await join('admin'),
    operator: await join('operator'),
    auditor: await join('auditor'),
  };
});

const views = (actor: Person) => createRouterClient(router, { context: { headers: new Headers(), actor } }).views;
const broken = { noun: 'connections', name: 'Broken', query: 'state=auth_broken&sort=name' } as const;
const audited = () =>
  db.auditEvent.findMany({ where: { teamId: team.id, objectKind: 'view' }, orderBy: { sequence: 'asc' } });

test('keeps a filter, and tells how many rows match it now', async () => {
  const app = await createAppRow(team);
  await createConnectionRow(team, app, { state: 'auth_broken' });
  await createConnectionRow(team, app);
  const made = await views(people.operator).create(broken);
  expect(made).toMatchObject({ ...broken, shared: false, mine: true, count: 1, owner: { id: people.operator.id } });
  await createConnectionRow(team, app, { state: 'auth_broken' });
  const { rows, total } = await views(people.operator).list({});
  expect({ rows, total }).toEqual({ rows: [{ ...made, count: 2 }], total: 1 });
  expect(await audited()).toMatchObject([
    { action: 'view.saved', objectName: 'Broken', data: { query: broken.query } },
  ]);
});

test.each([
  ['advertisers', 'q=7777&reach=one_token&sort=-connections', 1],
  ['apps', 'environment=sandbox&sort=-review', 2],
  ['audit', 'action=view.saved&sort=at', 1],
] as const)('keeps a filter of the %s just as well, and counts by it', async (noun, query, count) => {
  const app = await createAppRow(team, { environment: 'sandbox' });
  await createAppRow(team, { environment: 'sandbox' });
  await createAppRow(team);
  await createConnectionRow(team, app, { advertiserIds: ['77770000001', '88880000001'] });
  const made = await views(people.admin).create({ noun, name: 'Some', query });
  expect(made).toMatchObject({ noun, query });
  expect((await views(people.admin).list({ noun })).rows).toMatchObject([{ id: made.id, count }]);
});

test('shows a view of the audit to none who may not read that', async () => {
  const fields = { noun: 'audit', name: 'Reveals', query: 'action=connection.revealed', shared: true } as const;
  await expect(views(people.operator).create(fields)).rejects.toMatchObject({ code: 'forbidden' });
  await views(people.admin).create(fields);
  expect((await views(people.operator).list({})).rows).toEqual([]);
  expect((await views(people.auditor).list({})).rows).toMatchObject([{ noun: 'audit', count: 0 }]);
});

test('shows a view to colleagues once it is shared, and to nobody of another team', async () => {
  const stranger = await createPerson(await createTeam(), 'owner');
  const { id } = await views(people.operator).create(broken);
  expect((await views(people.auditor).list({})).rows).toEqual([]);
  await views(people.operator).update({ id, shared: true });
  expect((await views(people.auditor).list({})).rows).toMatchObject([{ id, mine: false, shared: true, count: 0 }]);
  expect(await views(stranger).list({})).toMatchObject({ rows: [], total: 0 });
  await expect(views(stranger).update({ id, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(views(stranger).remove({ id })).rejects.toMatchObject({ code: 'not_found' });
});

test('changes what is given and tells the audit the difference; nothing given, nothing told', async () => {
  const { id } = await views(people.admin).create(broken);
  const changed = await views(people.admin).update({ id, name: 'Paused', query: '?state=paused' });
  expect(changed).toMatchObject({ name: 'Paused', query: 'state=paused', shared: false });
  expect(await views(people.admin).update({ id, name: 'Paused', shared: false })).toEqual(changed);
  expect(await audited()).toMatchObject([
    {},
    { action: 'view.changed', data: { name: 'Paused', query: 'state=paused' } },
  ]);
});

describe('who may', () => {
  test('an auditor keeps views, but shares none', async () => {
    const { id } = await views(people.auditor).create(broken);
    const forbidden = { code: 'forbidden' };
    await expect(views(people.auditor).update({ id, shared: true })).rejects.toMatchObject(forbidden);
    const shared = { ...broken, name: 'Shared', shared: true };
    await expect(views(people.auditor).create(shared)).rejects.toMatchObject(forbidden);
  });

  test('only whoever saved a view changes it', async () => {
    const { id } = await views(people.operator).create({ ...broken, shared: true });
    const attempt = views(people.owner).update({ id, name: 'Theirs' });
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each([
    ['owner', true],
    ['admin', true],
    ['auditor', false],
  ] as const)('%s removes a colleague’s shared view: %s', async (role, removes) => {
    const { id } = await views(people.operator).create({ ...broken, shared: true });
    const attempt = views(people[role]).remove({ id });
    if (removes) await attempt;
    else await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
    expect((await views(people.operator).list({})).total).toBe(removes ? 0 : 1);
    if (removes) expect((await audited()).at(-1)).toMatchObject({ action: 'view.removed', actorId: people[role].id });
  });

  test('nobody else finds a private view, be they owner', async () => {
    const { id } = await views(people.operator).create(broken);
    await expect(views(people.owner).remove({ id })).rejects.toMatchObject({ code: 'not_found' });
    await views(people.operator).remove({ id });
    expect((await views(people.operator).list({})).total).toBe(0);
  });
});

test('has one view a name for each person and list', async () => {
  await views(people.admin).create(broken);
  const other = await views(people.admin).create({ ...broken, name: 'Other' });
  const taken = { code: 'conflict', data: { reason: 'view_name_taken', field: 'name' } };
  await expect(views(people.admin).create(broken)).rejects.toMatchObject(taken);
  await expect(views(people.admin).update({ id: other.id, name: 'Broken' })).rejects.toMatchObject(taken);
  await expect(views(people.owner).create(broken)).resolves.toMatchObject({ mine: true });
});

test.each(['state=unheard_of', 'colour=red', 'state=paused&state=healthy', 'cursor=abc', 'limit=50', 'appId=1'])(
  'refuses %s, which is no filter of the list',
  async (query) => {
    const attempt = views(people.admin).create({ ...broken, query });
    await expect(attempt).rejects.toMatchObject({
      code: 'invalid_input',
      data: { reason: 'no_filter', field: 'query' },
    });
  },
);

test('shows a view whose filter the list takes no more as just that', async () => {
  const { id } = await views(people.admin).create(broken);
  await db.savedView.update({ where: { id }, data: { query: 'state=gone' } });
  expect((await views(people.admin).list({})).rows).toMatchObject([{ id, query: 'state=gone', count: null }]);
  expect(await views(people.admin).update({ id, name: 'Kept' })).toMatchObject({ name: 'Kept', count: null });
});

test('refuses more than a hundred of one person', async () => {
  const data = Array.from({ length: 100 }, (_, index) => ({
    ...{ teamId: team.id, userId: people.admin.id, noun: 'connections', query: '' },
    name: `View ${index}`,
  }));
  await db.savedView.createMany({ data });
  await expect(views(people.admin).create(broken)).rejects.toMatchObject({ data: { reason: 'too_many_views' } });
});

test('pages by name, and refuses a cursor or an id that it did not make', async () => {
  for (const name of ['C', 'A', 'B']) await views(people.admin).create({ ...broken, name });
  const first = await views(people.admin).list({ limit: 2, noun: 'connections' });
  const rest = await views(people.admin).list({ limit: 2, cursor: first.nextCursor! });
  expect([...first.rows, ...rest.rows].map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  expect([first.total, rest.total, rest.nextCursor]).toEqual([3, 3, null]);
  const cursor = encodeCursor(['name', 'a', 'b']);
  await expect(views(people.admin).list({ cursor })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(views(people.admin).remove({ id: newId() })).rejects.toMatchObject({ code: 'not_found' });
});
