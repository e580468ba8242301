import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { answer } from '@/server/answer';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf, type TestTeam } from '@/test/factories';
import { record } from './record';

let team: TestTeam;
let auditor: Person;
const names = ['=1+1', '株式会社、青', 'a "quoted"\nname', '7010666682221854722'];

beforeAll(async () => {
  team = await createTeam();
  auditor = await createPerson(team, 'auditor');
  for (const [n, name] of names.entries()) {
    const data = { scopes: ['100000000000000001'], n };
    await db.$transaction((tx) => record(tx, auditor, 'app.changed', { kind: 'app', id: null, name }, { data }));
  }
});

async function fetched(path: string, who = auditor): Promise<Response> {
  const headers = await headersOf(who);
  headers.delete('x-team');
  return answer(new Request(`http://localhost:3000/api/v1${path}`, { headers }));
}
const lastEvent = () => db.auditEvent.findFirstOrThrow({ where: { teamId: team.id }, orderBy: { sequence: 'desc' } });

test('writes all that match as CSV, and tells the audit so', async () => {
  const response = await fetched(`/audit.csv?action=app.&sort=at&team=${team.slug}`);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"$/);
  const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
  expect(rows.map(({ object }) => object)).toEqual(["'=1+1", ...names.slice(1)]);
  expect(response.headers.get('x-row-count')).toBe(String(rows.length));
  expect(rows[0]).toMatchObject({ action: 'app.changed', actor: auditor.name, actor_id: auditor.id, result: 'done' });
  expect(JSON.parse(rows[3]!.data!)).toEqual({ scopes: ['100000000000000001'], n: 3 });
  expect(await lastEvent()).toMatchObject({
    action: 'audit.exported',
    actorId: auditor.id,
    data: { rows: 4, format: 'csv', filter: 'action=app.' },
  });
});

test('writes the same as JSON lines, just as the list has them', async () => {
  const response = await fetched(`/audit.jsonl?action=app.&team=${team.slug}`);
  const lines = (await response.text()).trimEnd().split('\n');
  expect(response.headers.get('content-type')).toContain('application/jsonl');
  const listed = (await (await fetched(`/audit?action=app.`)).json()) as { rows: unknown[] };
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(listed.rows);
  expect(await lastEvent()).toMatchObject({ data: { rows: 4, format: 'jsonl' } });
});

test('holds what was there when it was asked for, while more is being written; not its own line', async () => {
  const own = await createTeam();
  const owner = await createPerson(own, 'owner');
  await db.$executeRaw`
    INSERT INTO "AuditEvent" ("teamId", sequence, "actorKind", "actorName", action, "objectKind", data)
    SELECT ${own.id}::uuid, s, 'system', 'Grantboard', 'app.changed', 'app', '{}' FROM generate_series(1, 2500) s`;
  await db.auditEnd.update({ where: { teamId: own.id }, data: { sequence: 2500 } });
  const response = await fetched(`/audit.jsonl?team=${own.slug}`, owner);
  const reader = response.body!.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
    await db.$transaction((tx) => record(tx, owner, 'app.changed', { kind: 'app', id: null }));
  }
  const sequences = text
    .trimEnd()
    .split('\n')
    .map((line) => Number((JSON.parse(line) as { sequence: string }).sequence));
  expect(sequences).toEqual(Array.from({ length: 2500 }, (_, n) => 2500 - n));
  expect(response.headers.get('x-row-count')).toBe('2500');
});

test('gives nothing to who may not read the audit, and tells no team of another', async () => {
  const operator = await createPerson(team, 'operator');
  for (const path of ['/audit.csv', '/audit.jsonl']) {
    expect((await fetched(`${path}?team=${team.slug}`, operator)).status).toBe(403);
    const stranger = await createPerson(await createTeam(), 'owner');
    expect((await fetched(`${path}?team=${team.slug}`, stranger)).status).toBe(404);
    expect((await fetched(`${path}?team=${team.slug}&action=nonsense`)).status).toBe(400);
  }
});
