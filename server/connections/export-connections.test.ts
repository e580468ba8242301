import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { connectionFilter } from '@/contract/connection-filter';
import { answer } from '@/server/answer';
import type { Person } from '@/server/auth/actor';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import {
  createAppRow,
  createConnectionRow,
  createPerson,
  createTeam,
  headersOf,
  type TestTeam,
} from '@/test/factories';
import { listConnections } from './list-connections';

const scope = '7043626160646946818';
const count = 10_000;
let team: TestTeam;
let auditor: Person;

beforeAll(async () => {
  team = await createTeam();
  auditor = await createPerson(team, 'auditor');
  const app = await createAppRow(team, { appId: '7010666682221854722' });
  const named = { token: 'act.planted-token', scopes: [scope, '4'], name: '=HYPERLINK("http://x")', tiktokUserId: '1' };
  const { id } = await createConnectionRow(team, app, named);
  const { id: tagId } = await db.tag.create({ data: { teamId: team.id, name: '東京, 大阪' } });
  await db.connectionTag.create({ data: { teamId: team.id, connectionId: id, tagId } });
  await db.$executeRaw`
    INSERT INTO "Connection" (id, "teamId", "appId", name, state, scopes, "lastCheckedAt", "updatedAt")
    SELECT gen_random_uuid(), ${team.id}::uuid, ${app.id}::uuid, '接続 ' || n, 'degraded', '{4}',
      CASE WHEN n % 3 > 0 THEN now() - n * interval '1 minute' END, now() FROM generate_series(2, ${count}::int) n`;
});

const ask = async (query: string, person = auditor, headers = headersOf(person)) =>
  answer(new Request(`http://localhost:3000/api/v1/connections.csv${query}`, { headers: await headers }));

type Line = Record<string, string>;
const read = async (response: Response): Promise<Line[]> => parse(await response.text(), { bom: true, columns: true });

test('has every row that matches, in the order of the list, and no more memory than a batch needs', async () => {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = 0;
  const response = await ask('?sort=-lastCheck');
  expect(response.status).toBe(200);
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body!.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    most = Math.max(most, process.memoryUsage().rss - before);
    text += decoder.decode(value, { stream: true });
  }
  expect(most).toBeLessThan(100 * 1024 * 1024);
  const lines: Line[] = parse(text, { bom: true, columns: true });
  const { rows, total } = await listConnections(auditor, connectionFilter.parse({ sort: '-lastCheck', limit: '200' }));
  expect(lines.length).toBe(count);
  expect([total, Number(response.headers.get('x-row-count'))]).toEqual([count, count]);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(count);
  expect(lines.slice(0, 200).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('reads no further than whoever takes it: what was not asked for yet is told as it is by then', async () => {
  const response = await ask('?sort=-lastCheck');
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value!;
  text += (await reader.read()).value!;
  await new Promise((resolve) => setTimeout(resolve, 200));
  const late = { teamId: team.id, lastCheckedAt: null, name: { startsWith: '接続 99' } };
  const { count: told } = await db.connection.updateMany({ where: late, data: { notes: 'by then' } });
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) text += value;
  const lines: Line[] = parse(text, { bom: true, columns: true });
  expect(lines.length).toBe(count);
  expect(told).toBeGreaterThan(20);
  expect(lines.filter(({ notes }) => notes === 'by then').length).toBe(told);
});

test('tells ids to the last digit and times in full, runs nothing, and holds no secret', async () => {
  const response = await ask(`?q=hyperlink&scope=${scope}`);
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const text = await response.text();
  expect(text).not.toMatch(/planted|Sealed|Hash|•••/);
  const [line] = parse(text, { bom: true, columns: true }) as Line[];
  expect(line).toMatchObject({
    name: '\'=HYPERLINK("http://x")',
    app_id: '7010666682221854722',
    scopes: `${scope} 4`,
    tags: '東京, 大阪',
    last_check_failed: 'false',
    last_authorized_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
});

const post = async (body: object, person = auditor) => {
  const headers = await headersOf(person);
  headers.set('content-type', 'application/json');
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  return answer(new Request('http://localhost:3000/api/v1/connections.csv', init));
};

test('those picked by hand are a file too, ten thousand of them, in the order of the list', async () => {
  const rows = await db.connection.findMany({ where: { teamId: team.id }, select: { id: true } });
  const ids = rows.map(({ id }) => id);
  const response = await post({ select: { ids }, sort: '-lastCheck' });
  expect(Number(response.headers.get('x-row-count'))).toBe(count);
  expect((await read(response)).map(({ id }) => id)).toEqual(
    (await read(await ask('?sort=-lastCheck'))).map(({ id }) => id),
  );
  const some = ids.slice(0, 201);
  expect((await read(await post({ select: { ids: some } }))).map(({ id }) => id).toSorted()).toEqual(some.toSorted());
});

test('one more is refused in plain words, and so is what is nobody’s', async () => {
  const refused = await post({ select: { ids: Array.from({ length: count + 1 }, newId) } });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    code: 'invalid_input',
    data: { issues: [{ path: ['select'], message: expect.stringContaining('At most 10000') }] },
  });
  expect(await read(await post({ select: { ids: [newId()] } }))).toEqual([]);
});

test('all that match but for some are a file, of which the audit keeps how it was selected', async () => {
  const lines = await read(await post({ select: { filter: { q: '接続 77' } }, sort: 'name' }));
  expect(lines.map(({ name }) => name)).toContain('接続 77');
  const except = lines[0]!.id!;
  const fewer = await read(await post({ select: { filter: { q: '接続 77' }, except: [except] } }));
  expect(fewer.map((line) => line.id).toSorted()).toEqual(
    lines
      .slice(1)
      .map((line) => line.id!)
      .toSorted(),
  );
  const [event] = await db.auditEvent.findMany({
    where: { teamId: team.id, action: 'connections.exported' },
    orderBy: { sequence: 'desc' },
    take: 1,
  });
  expect(event!.data).toEqual({ rows: fewer.length, filter: 'q=接続 77', except: 1, sort: 'newest' });
});

test('is on record with who asked for what, and how much it was', async () => {
  await (await ask('?state=degraded&checkFailing=false')).text();
  const [event] = await db.auditEvent.findMany({
    where: { teamId: team.id, actorId: auditor.id },
    orderBy: { sequence: 'desc' },
    take: 1,
  });
  expect(event).toMatchObject({
    action: 'connections.exported',
    data: { rows: count - 1, filter: 'state=degraded&checkFailing=false', sort: 'newest' },
  });
});

test('a link names the team in its address; whoever does not belong there gets nothing', async () => {
  const cookie = { cookie: (await headersOf(auditor)).get('cookie')! };
  expect(
    await read(await ask(`?q=hyperlink&team=${team.slug}`, auditor, Promise.resolve(new Headers(cookie)))),
  ).toHaveLength(1);
  const elsewhere = await createPerson(await createTeam());
  expect((await ask(`?team=${team.slug}`, elsewhere)).status).toBe(404);
  expect((await ask('?team=%E3%81%82')).status).toBe(404);
  expect(await read(await ask('', elsewhere))).toEqual([]);
  expect((await ask('', auditor, Promise.resolve(new Headers()))).status).toBe(401);
  expect((await ask('?state=asleep')).status).toBe(400);
});
