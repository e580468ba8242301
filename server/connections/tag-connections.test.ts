import { beforeEach, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { connectionSelection } from '@/contract/connection-filter';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { getConnection } from './get-connection';
import { tagConnections } from './tag-connections';
import { updateConnection } from './update-connection';

let team: TestTeam;
let operator: Person;
let ids: string[];
let red: string;
let blue: string;

const makeTag = async (name: string, of = team) => (await db.tag.create({ data: { teamId: of.id, name } })).id;
const tagsOf = async (id: string) => (await getConnection(operator, { id })).tags.map(({ name }) => name);
const tag = (select: object, add: string[] = [], remove: string[] = []) =>
  tagConnections(operator, { select: connectionSelection.parse(select), add, remove });

beforeEach(async () => {
  team = await createTeam();
  operator = await createPerson(team, 'operator');
  const app = await createAppRow(team);
  const states = ['healthy', 'degraded', 'healthy'] as const;
  ids = [];
  for (const state of states) ids.push((await createConnectionRow(team, app, { state })).id);
  [red, blue] = [await makeTag('red'), await makeTag('blue')];
});

test('tags those that are named, and counts those that it changed', async () => {
  expect(await tag({ ids: [ids[0], ids[1]] }, [red])).toEqual({ changed: 2 });
  expect(await tag({ ids: [ids[0], ids[2]] }, [red])).toEqual({ changed: 1 });
  expect(await tag({ ids }, [blue], [red])).toEqual({ changed: 3 });
  expect(await Promise.all(ids.map(tagsOf))).toEqual([['blue'], ['blue'], ['blue']]);
  expect(await tag({ ids }, [blue], [red])).toEqual({ changed: 0 });
});

test('tags all that match but for some, and keeps one line of it', async () => {
  expect(await tag({ filter: { state: 'healthy' }, except: [ids[2]] }, [red, blue])).toEqual({ changed: 1 });
  expect(await Promise.all(ids.map(tagsOf))).toEqual([['blue', 'red'], [], []]);
  const events = await db.auditEvent.findMany({ where: { teamId: team.id, action: 'connections.tagged' } });
  expect(events).toMatchObject([
    { data: { changed: 1, added: ['red', 'blue'], removed: [], filter: 'state=healthy', except: 1 } },
  ]);
});

test('takes a tag off all that have it, though the filter is of that very tag', async () => {
  const { id: appId } = await createAppRow(team);
  await db.$executeRaw`
    INSERT INTO "Connection" (id, "teamId", "appId", name, state, "updatedAt")
    SELECT gen_random_uuid(), ${team.id}::uuid, ${appId}::uuid, 'Many ' || n, 'healthy', now() FROM generate_series(1, 2100) n`;
  expect(await tag({ filter: { q: 'many' } }, [red])).toEqual({ changed: 2100 });
  await db.$executeRaw`ANALYZE "Connection", "ConnectionTag"`;
  expect(await tag({ filter: { tag: red } }, [blue], [red])).toEqual({ changed: 2100 });
  expect(await db.connectionTag.groupBy({ by: ['tagId'], where: { teamId: team.id }, _count: true })).toEqual([
    { tagId: blue, _count: 2100 },
  ]);
});

test('refuses what cannot be meant, and changes nothing', async () => {
  const elsewhere = await createTeam();
  const foreign = await makeTag('red', elsewhere);
  await expect(tag({ ids }, [red, foreign])).rejects.toMatchObject({ code: 'invalid_input', data: { field: 'tags' } });
  expect(() => tag({ ids }, [red], [red])).toThrowError(expect.objectContaining({ code: 'invalid_input' }));
  const theirs = await createConnectionRow(elsewhere, await createAppRow(elsewhere));
  expect(await tag({ ids: [theirs.id] }, [red])).toEqual({ changed: 0 });
  expect(await db.connectionTag.count({ where: { teamId: { in: [team.id, elsewhere.id] } } })).toBe(0);
});

test('one connection gets its tags and its owner as they are given', async () => {
  const [id] = ids as [string];
  const changed = await updateConnection(operator, { id, tags: [red, blue], ownerId: operator.id });
  expect(changed).toMatchObject({ tags: [{ name: 'blue' }, { name: 'red' }], owner: { name: operator.name } });
  expect((await updateConnection(operator, { id, tags: [red] })).tags).toEqual([{ id: red, name: 'red' }]);
  expect((await updateConnection(operator, { id, ownerId: null })).owner).toBeNull();
  const stranger = await createPerson(await createTeam());
  await expect(updateConnection(operator, { id, ownerId: stranger.id })).rejects.toMatchObject({
    data: { field: 'ownerId' },
  });
  const events = await db.auditEvent.findMany({ where: { objectId: id }, orderBy: { sequence: 'asc' } });
  expect(events.map(({ data }) => data)).toEqual([
    { tags: ['red', 'blue'], formerTags: [], owner: operator.name, formerOwner: null },
    { tags: ['red'], formerTags: ['blue', 'red'] },
    { owner: null, formerOwner: operator.name },
  ]);
});
