import { getRouter, traverseContractProcedures, type AnyProcedure } from '@orpc/server';
import { expect, it } from 'vitest';
import type { Person } from '@/server/auth/actor';
import { createAppRow, createPerson, createTeam, headersOf } from '@/test/factories';
import { answer } from './answer';
import { router } from './api';
import { accountGuard } from './auth/account-guard';
import { guard } from './auth/guard';
import { hashPassword } from './auth/password';
import { newId } from './database/new-id';

const here = 'http://localhost:3000';
type Given = { method?: string; body?: BodyInit; type?: string; headers?: Record<string, string>; as?: Person };

async function ask(path: string, { method = 'GET', body, type = 'application/json', headers = {}, as }: Given = {}) {
  const all = as ? await headersOf(as) : new Headers();
  if (body !== undefined) all.set('content-type', type);
  if (method !== 'GET') all.set('origin', here);
  for (const [name, value] of Object.entries(headers)) {
    if (value) all.set(name, value);
    else all.delete(name);
  }
  const response = await answer(new Request(`${here}/api/v1${path}`, { method, headers: all, body }));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

const person = async () => createPerson(await createTeam());

it('answers with what the verb gives, and lets nobody keep it', async () => {
  const as = await person();
  const { status, body, headers } = await ask('/session', { as });
  expect(status).toBe(200);
  expect(body).toMatchObject({ person: { id: as.id }, team: { slug: as.teamSlug }, role: 'owner' });
  expect(headers.get('cache-control')).toBe('no-store');
});

it('answers HEAD like GET, without a body', async () => {
  expect(await ask('/session', { as: await person(), method: 'HEAD' })).toMatchObject({ status: 200, body: null });
});

it.each(['/', '/nothing', '/session/', '/apps/%2e%2e/session', '//session'])(
  'has JSON for the address %s',
  async (path) => {
    const { status, body } = await ask(path, { as: await person() });
    if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 404, code: 'not_found' });
  },
);

it('wants a sign-in', async () => {
  expect(await ask('/apps')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

it('wants the team to be named by who has several, and hides those of others', async () => {
  const as = await person();
  const headers = { 'x-team': 'someone-elses' };
  expect(await ask('/apps', { as, headers })).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

it('says what is wrong with an input', async () => {
  const { status, body } = await ask('/apps', { as: await person(), method: 'POST', body: '{"name":"","teamId":"x"}' });
  expect(status).toBe(400);
  expect(body.code).toBe('invalid_input');
  expect(body.data.issues).toContainEqual({ path: ['name'], message: expect.any(String) });
  expect(JSON.stringify(body.data.issues)).toContain('teamId');
});

it.each([
  ['is not JSON', '{"name":', 'application/json', 400],
  ['is a form', 'name=x', 'application/x-www-form-urlencoded', 400],
  ['is text', '{"name":"x"}', 'text/plain', 400],
  ['is a list', '[]', 'application/json', 400],
  ['is too large', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 'application/json', 413],
])('refuses a body that %s', async (_, body, type, status) => {
  const answered = await ask('/apps', { as: await person(), method: 'POST', body, type });
  expect(answered.status).toBe(status);
  expect(Object.keys(answered.body)).toEqual(expect.arrayContaining(['code', 'message']));
});

const list = (ids: string) => ({ method: 'POST', body: JSON.stringify({ name: 'Long', csv: ids }) });
const long = (bytes: number) => `7010666682221854722${' '.repeat(bytes)}`;

it('takes a list of expected advertisers of several megabytes, from whoever may send one, and no larger', async () => {
  const team = await createTeam();
  const as = await createPerson(team, 'operator');
  const taken = await ask('/coverage', { as, ...list(long(6 * 1024 * 1024)) });
  expect(taken).toMatchObject({ status: 201, body: { entryCount: 1 } });
  expect(await ask('/coverage', { as, ...list(long(9 * 1024 * 1024)) })).toMatchObject({ status: 413 });
  const viewer = await createPerson(team, 'auditor');
  expect(await ask('/coverage', { as: viewer, ...list(long(9 * 1024 * 1024)) })).toMatchObject({ status: 403 });
  expect(await ask('/coverage', list(long(9 * 1024 * 1024)))).toMatchObject({ status: 401 });
});

it('takes an act without a body, which Next hands over as an empty stream', async () => {
  const as = await person();
  const headers = await headersOf(as);
  headers.set('origin', here);
  const body = new ReadableStream({ start: (stream) => stream.close() });
  const url = `${here}/api/v1/authorizations/${crypto.randomUUID()}/cancel`;
  const answered = await answer(new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit));
  expect(await answered.json()).toMatchObject({ code: 'not_found' });
});

it.each([
  ['GET', { origin: 'https://evil.example' }, 403],
  ['GET', { origin: 'null' }, 403],
  ['GET', { origin: here }, 200],
  ['GET', { 'sec-fetch-site': 'cross-site' }, 200],
  ['POST', { origin: 'https://evil.example' }, 403],
  ['POST', { origin: 'null' }, 403],
  ['POST', { origin: `${here}.evil.example` }, 403],
  ['POST', { origin: '' }, 400],
  ['POST', { origin: '', 'sec-fetch-site': 'cross-site' }, 403],
  ['POST', { origin: '', 'sec-fetch-site': 'same-site' }, 403],
  ['POST', { origin: '', 'sec-fetch-site': 'same-origin' }, 400],
  ['POST', { origin: here }, 400],
])('%s with %j is answered with %i', async (method, headers, status) => {
  const body = method === 'POST' ? '{}' : undefined;
  const answered = await ask('/apps', { as: await person(), method, headers: headers as Record<string, string>, body });
  expect(answered.status).toBe(status);
  if (status === 403) expect(answered.body).toMatchObject({ code: 'forbidden', data: { reason: 'foreign_origin' } });
});

it('reads no token because another site led a browser to it', async () => {
  const as = await person();
  const connection = `/connections/${newId()}/token`;
  for (const path of [connection, `${connection}/`, '/advertisers/7000000000000000001/token?scopes=4']) {
    for (const site of ['cross-site', 'same-site']) {
      const led = await ask(path, { as, headers: { 'sec-fetch-site': site } });
      expect(led).toMatchObject({ status: 403, body: { data: { reason: 'foreign_origin' } } });
    }
    for (const site of ['same-origin', 'none']) {
      expect((await ask(path, { as, headers: { 'sec-fetch-site': site } })).body).not.toMatchObject({
        data: { reason: 'foreign_origin' },
      });
    }
  }
});

it('says when to come back to whoever guesses too often', async () => {
  const as = await createPerson(await createTeam(), 'owner', { passwordHash: await hashPassword('the right one') });
  const guess = () => ask('/session/confirm', { as, method: 'POST', body: '{"password":"wrong"}' });
  for (let count = 0; count < 10; count++) expect((await guess()).status).toBe(403);
  const { status, headers, body } = await guess();
  expect([status, body.code]).toEqual([429, 'rate_limited']);
  expect(headers.get('retry-after')).toBe(String(body.data.retryAfterSeconds));
});

it('gives no app of one team to another, whatever is asked of it', async () => {
  const [as, other] = [await person(), await createTeam()];
  const { id } = await createAppRow(other);
  const bodies = { GET: undefined, PATCH: '{"name":"mine"}', DELETE: undefined };
  for (const [method, body] of Object.entries(bodies)) {
    expect(await ask(`/apps/${id}`, { as, method, body })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
  expect((await ask('/apps', { as })).body).toMatchObject({ rows: [], total: 0 });
});

it('has the guard before every operation, and before its input is read', () => {
  const seen: string[] = [];
  traverseContractProcedures({ router, path: [] }, ({ path }) => {
    const { middlewares, inputValidationIndex } = (getRouter(router, path) as AnyProcedure)['~orpc'];
    const wanted = path[0] === 'account' ? accountGuard : guard;
    expect([path.join('.'), middlewares[0] === wanted, inputValidationIndex > 0]).toEqual([path.join('.'), true, true]);
    seen.push(path.join('.'));
  });
  expect(seen.length).toBeGreaterThan(25);
});

it.each([
  ['lists', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['objects', '{"name":'.repeat(10_000) + '1' + '}'.repeat(10_000)],
  ['a list in a name', `{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['lists that never end', '['.repeat(500_000)],
])('refuses %s, ten thousand deep and more, as what it is', async (_, body) => {
  const as = await person();
  expect(await ask('/apps', { as, method: 'POST', body })).toMatchObject({
    status: 400,
    body: { code: 'invalid_input' },
  });
});

it.each([
  `a${'[b]'.repeat(5_000)}=1`,
  Array.from({ length: 5_000 }, (_, n) => `a[${n}]=1`).join('&'),
  'limit[__proto__]=1',
])('is not led astray by what a query nests', async (query) => {
  const { status, body } = await ask(`/connections?${query}`, { as: await person() });
  if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid_input' });
});
