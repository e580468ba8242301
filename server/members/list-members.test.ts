import { createRouterClient } from '@orpc/server';
import { beforeAll, expect, test } from 'vitest';
import { role } from '@/contract/permissions';
import { router } from '@/server/api';
import type { Person } from '@/server/auth/actor';
import { encodeCursor } from '@/server/database/cursor';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';

const names = ['100% Aya', 'Aoi Kato', 'Ken', 'Ken', 'Ken', 'Ｙｕｋｉ', '佐藤 葵'];
let members: Person[];
let asked: Person;

beforeAll(async () => {
  const team = await createTeam();
  members = [];
  for (const [index, name] of names.entries())
    members.push(await createPerson(team, role.options[index % role.options.length], { name }));
  asked = members[3]!;
  await createPerson(await createTeam(), 'owner', { name: 'Aoi of others' });
});

const api = (actor: Person) => createRouterClient(router, { context: { headers: new Headers(), actor } }).members;
const namesOf = async (q: string) => (await api(asked).list({ q })).rows.map(({ name }) => name);

test('lists the people of the team with their role, to every role', async () => {
  const listed = await Promise.all(members.slice(0, 4).map((actor) => api(actor).list({})));
  for (const { rows, total } of listed) {
    expect(total).toBe(names.length);
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(members.map(({ id }) => id)));
  }
  const { id, name, email, role: theirs } = members[1]!;
  const [page] = listed;
  expect(page!.rows.find((row) => row.id === id)).toEqual({
    ...{ id, name, email, role: theirs },
    since: expect.any(String),
    details: null,
  });
});

test('tells how people sign in and when they were seen to who may read the audit, and to nobody else', async () => {
  const [owner, admin, operator, auditor] = members;
  await db.user.update({ where: { id: operator!.id }, data: { totpEnabledAt: new Date(), passwordHash: 'x' } });
  await db.identity.create({ data: { userId: operator!.id, provider: 'https://id.example', subject: operator!.id } });
  const seen = new Date(Date.now() - 3_600_000);
  await db.session.update({ where: { id: operator!.sessionId }, data: { lastSeenAt: seen } });
  for (const actor of [owner!, admin!, auditor!]) {
    const { rows } = await api(actor).list({ details: 'true' });
    expect(rows.find(({ id }) => id === operator!.id)!.details).toEqual({
      lastSeenAt: seen.toISOString(),
      secondFactor: true,
      signIn: ['password', 'openid'],
      owned: { connections: 0, authorizations: 0, views: 0, links: 0, apiKeys: 0 },
    });
    expect(rows.find(({ id }) => id === auditor!.id)!.details).toMatchObject({ secondFactor: false, signIn: [] });
  }
  const { rows } = await api(operator!).list({ details: 'true' });
  expect(new Set(rows.map(({ details }) => details))).toEqual(new Set([null]));
});

test('pages by name without a gap or a repetition', async () => {
  const seen: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api(asked).list({ limit: 2, ...(cursor && { cursor }) });
    expect(page.total).toBe(names.length);
    seen.push(...page.rows.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen).toEqual((await api(asked).list({})).rows.map(({ id }) => id));
  expect(new Set(seen).size).toBe(names.length);
});

test.each([
  ['aoi', ['Aoi Kato']],
  ['葵', ['佐藤 葵']],
  ['yuki', ['Ｙｕｋｉ']],
  ['ＫＥＮ', ['Ken', 'Ken', 'Ken']],
  ['0%', ['100% Aya']],
  ['_', []],
])('finds %j in a name', async (q, found) => {
  expect(await namesOf(q)).toEqual(found);
});

test('finds somebody by e-mail address', async () => {
  expect(await namesOf(members[0]!.email.slice(0, 10))).toEqual([names[0]]);
});

test('refuses a cursor that it did not make', async () => {
  const cursor = encodeCursor(['name', 'a', 'no id']);
  await expect(api(asked).list({ cursor })).rejects.toMatchObject({ code: 'invalid_input' });
});
