import { beforeAll, expect, test } from 'vitest';
import { appFilter } from '@/contract/apps';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { listApps } from './list-apps';

const names = ['10_000 ads', '100% reach', 'Alpha', 'Same', 'Same', 'Same', '北海道レポート'];
let auditor: Person;

beforeAll(async () => {
  const team = await createTeam();
  auditor = await createPerson(team, 'auditor');
  for (const [index, name] of names.entries()) {
    const app = await createAppRow(team, { name, appId: `75066992478660853${10 + index}` });
    if (name !== 'Alpha') continue;
    await createConnectionRow(team, app);
    await createConnectionRow(team, app, { state: 'paused' });
    await createConnectionRow(team, app, { state: 'revoked' });
  }
  await createAppRow(await createTeam(), { name: 'Alpha of others' });
});

const list = (given: object) => listApps(auditor, appFilter.parse(given));
const namesOf = async (given: object) => (await list(given)).rows.map(({ name }) => name);

test('pages by name without a gap or a repetition, with the exact total', async () => {
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ limit: 2, ...(cursor && { cursor }) });
    expect(page.total).toBe(names.length);
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toHaveLength(names.length);
  expect(new Set(seen).size).toBe(names.length);
  expect(seen).toEqual((await list({})).rows.map(({ id }) => id));
});

test.each([
  ['alpha', ['Alpha']],
  ['海道', ['北海道レポート']],
  ['7506699247866085312', ['Alpha']],
  ['06699', []],
  ['0%', ['100% reach']],
  ['0_0', ['10_000 ads']],
  ['\\', []],
])('finds %j by part of a name or the beginning of an App ID', async (q, found) => {
  expect(await namesOf({ q })).toEqual(found);
  expect((await list({ q })).total).toBe(found.length);
});

test('counts the live connections', async () => {
  const { rows } = await list({ q: 'alpha' });
  expect(rows).toMatchObject([{ connectionCount: 2 }]);
});

test('refuses a cursor that it did not make', async () => {
  const cursor = encodeCursor(['a\0b', '01890000-0000-7000-8000-000000000001']);
  await expect(list({ cursor })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'invalid_input' });
});
