import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { GET, HEAD } from '@/app/callback/route';
import { env } from '@/server/env';
import { newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { watchRejections } from '@/test/watch-rejections';

const tiktok = useTikTok();
const unhandled = watchRejections();
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const pages = ['unknown', 'malformed', 'cancelled', 'other-browser'];

const call = (query: string, headers: Record<string, string> | Headers = {}) =>
  GET(new Request(`http://evil.example/callback?${query}`, { headers }));

/** Where a 303 leads, after checking what every one of them owes. */
function endingOf(response: Response): string {
  expect(response.status).toBe(303);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const location = new URL(response.headers.get('location') ?? '');
  expect(`${location.origin}/outcome/`).toBe(`${env().APP_URL}/outcome/`);
  expect(location.search + location.hash).toBe('');
  return location.pathname.slice('/outcome/'.length);
}

async function operatorWithApp() {
  const team = await createTeam();
  return { operator: await createPerson(team, 'operator'), app: await createKnownApp(team) };
}

test('"connect now" comes back connected, and its cookie goes', async () => {
  const { operator, app } = await operatorWithApp();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser);
  const headers = await headersOf(operator);
  const [[name, secret] = []] = browser.cookies;
  headers.set('cookie', `${headers.get('cookie')}; ${name}=${secret}`);

  const response = await call(new URL(tiktok.current.authorize({ url })).search.slice(1), headers);
  expect(endingOf(response)).toBe(id);
  expect(response.headers.getSetCookie()).toEqual([expect.stringContaining(`${name}=; Expires=Thu, 01 Jan 1970`)]);
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({
    status: 'connected',
  });
});

test('a copied URL comes back kept, from a browser that nobody knows', async () => {
  const { operator, app } = await operatorWithApp();
  const { id, url } = await startAuthorization(operator, app, null);
  expect(endingOf(await call(new URL(tiktok.current.authorize({ url })).search.slice(1)))).toBe(id);
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({
    status: 'quarantined',
  });
});

test('HEAD touches nothing', async () => {
  const { operator, app } = await operatorWithApp();
  const { id } = await startAuthorization(operator, app, null);
  expect(HEAD().status).toBe(405);
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'pending' });
});

test('a network that makes up many states is told to wait, and others are not', async () => {
  const from = (ip: string) => call(`auth_code=abc&state=${crypto.randomUUID()}`, { 'x-forwarded-for': ip });
  for (let count = 0; count < 100; count++) expect((await from('203.0.113.66')).status).toBe(303);
  await from('203.0.113.66');
  const response = await from('203.0.113.66');
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(800);
  expect(await response.text()).toContain('<h1>');
  expect((await from('203.0.113.67')).status).toBe(303);
});

test('without a database the code stays unused, and the page asks to be loaded again', async () => {
  const { operator, app } = await operatorWithApp();
  const { id, state } = await startAuthorization(operator, app, null);
  const down = vi
    .spyOn(await import('@/server/authorizations/find-arrival'), 'findArrival')
    .mockRejectedValue(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  for (const [language, words] of [
    ['ja', 'もう一度試す'],
    ['en', 'Try again'],
  ] as const) {
    const response = await call(`auth_code=abc123&state=${state}`, { 'accept-language': language });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    const page = await response.text();
    expect(page).toContain(words);
    expect(page).not.toContain('abc123');
  }
  down.mockRestore();
  expect(await db.authorization.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'pending' });
});

test('no query, however odd, is answered with anything but a way on', { timeout: 300_000 }, async () => {
  const { operator, app } = await operatorWithApp();
  const pending = await Promise.all(Array.from({ length: 40 }, () => startAuthorization(operator, app, null)));
  const name = fc.oneof(
    fc.constantFrom('auth_code', 'code', 'state', 'error', 'error_description', 'auth_code[]', 'state[x]', 'AUTH_CODE'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const value = fc.oneof(
    fc.constantFrom('', '11111', '0', 'null', '%', '%00', '%ff%fe', 'a'.repeat(3000), 'access_denied', '%EF%BC%91'),
    fc.constantFrom(...pending.map(({ state }) => state)),
    fc.string({ unit: 'binary', maxLength: 60 }).map((text) => encodeURIComponent(text.toWellFormed())),
    fc.string({ maxLength: 60 }),
  );
  const pair = fc.tuple(name, value).map(([key, text]) => `${encodeURIComponent(key.toWellFormed())}=${text}`);
  const whole = fc.constantFrom(...pending.map(({ state }) => `code=a1b2c3&state=${state}`));
  const query = fc
    .array(fc.oneof(pair, whole, fc.string({ maxLength: 20 })), { maxLength: 6 })
    .map((all) => all.join('&'));
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      const startedAt = performance.now();
      const ending = endingOf(await call(text));
      expect(pages.includes(ending) || uuid.test(ending)).toBe(true);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    }),
    { numRuns: 5000 },
  );
  expect(unhandled).toEqual([]);
  const ids = pending.map(({ id }) => id);
  const settled = await db.authorization.groupBy({ by: ['status'], where: { id: { in: ids } } });
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['cancelled', 'quarantined']);
});
