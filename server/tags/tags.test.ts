import { beforeEach, expect, test } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { createTag } from './create-tag';
import { listTags } from './list-tags';
import { removeTag } from './remove-tag';
import { renameTag } from './rename-tag';

let team: TestTeam;
let operator: Person;

beforeEach(async () => {
  team = await createTeam();
  operator = await createPerson(team, 'operator');
});

test('are made, listed by name with how many connections have them, renamed and removed, each on record', async () => {
  const [tokyo, osaka] = [await createTag(operator, { name: '東京' }), await createTag(operator, { name: '大阪' })];
  const app = await createAppRow(team);
  for (const archivedAt of [null, new Date()]) {
    const { id: connectionId } = await createConnectionRow(team, app);
    await db.connection.update({ where: { id: connectionId }, data: { archivedAt } });
    await db.connectionTag.create({ data: { teamId: team.id, connectionId, tagId: tokyo.id } });
  }
  expect(await renameTag(operator, { id: osaka.id, name: 'A' })).toEqual({ ...osaka, name: 'A' });
  expect(await listTags(operator)).toEqual([
    { id: osaka.id, name: 'A', connectionCount: 0 },
    { id: tokyo.id, name: '東京', connectionCount: 1 },
  ]);
  await removeTag(operator, { id: tokyo.id });
  expect((await listTags(operator)).map(({ name }) => name)).toEqual(['A']);
  expect(await db.connectionTag.count({ where: { teamId: team.id } })).toBe(0);
  const events = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
  expect(events.map(({ action }) => action)).toEqual(['tag.created', 'tag.created', 'tag.renamed', 'tag.removed']);
});

test('two of one name there are not', async () => {
  const tag = await createTag(operator, { name: 'A' });
  const other = await createTag(operator, { name: 'B' });
  await expect(createTag(operator, { name: 'A' })).rejects.toMatchObject({ code: 'conflict', data: { field: 'name' } });
  await expect(renameTag(operator, { id: other.id, name: 'A' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await renameTag(operator, { id: tag.id, name: 'A' })).toEqual(tag);
});

test('those of another team do not exist here', async () => {
  const { id } = await createTag(operator, { name: 'A' });
  const stranger = await createPerson(await createTeam());
  expect(await listTags(stranger)).toEqual([]);
  await expect(renameTag(stranger, { id, name: 'B' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(removeTag(stranger, { id })).rejects.toMatchObject({ code: 'not_found' });
});
