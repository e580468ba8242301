import NextAuth from 'next-auth';
import { createServer } from 'node:net';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { startOpenIdProvider } from '@/test/openid-provider';
import type { Claims } from './openid';

const here = 'http://localhost:3000';
const redirectUri = `${here}/api/auth/callback/oidc`;
const port = await new Promise<number>((resolve) => {
  const free = createServer().listen(0, 'localhost', () => {
    const { port: found } = free.address() as { port: number };
    free.close(() => resolve(found));
  });
});
const provider = await startOpenIdProvider(port, { id: 'grantboard', secret: 'a-secret', redirectUri });
afterAll(() => provider.close());
Object.assign(process.env, {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: 'grantboard',
  OIDC_CLIENT_SECRET: 'a-secret',
});
const { authOptions } = await import('./options');
const { sessionIdOf } = await import('./session-cookie');

const person = { sub: 'hanako', email: 'hanako@example.com', email_verified: true, name: '花子', groups: ['ops'] };
const sid = '0198c0de-0000-7000-8000-000000000001';

let cookies: Map<string, string>;
let seen: Claims[];
let set: string[];

beforeEach(() => {
  [cookies, seen, set] = [new Map(), [], []];
  provider.put(person);
});

const jar = () => [...cookies].map((pair) => pair.join('=')).join('; ');
function keep(lines: string[]): void {
  for (const line of lines) {
    const [name = '', ...value] = (line.split(';')[0] ?? '').split('=');
    cookies.set(name, value.join('='));
  }
}

/** One request to next-auth, as its route gets it; answers where it leads. */
async function ask(method: string, path: string[], query: Record<string, string> = {}, body: object = {}) {
  const headers: Record<string, string | string[]> = {};
  let sent: unknown;
  const response = {
    getHeader: (name: string) => headers[name.toLowerCase()],
    setHeader: (name: string, value: string | string[]) => void (headers[name.toLowerCase()] = value),
    status: () => response,
    send: (text: unknown) => void (sent = text),
    json: (value: unknown) => void (sent = value),
    end: () => undefined,
    redirect: (_: number, url: string) => void (headers.location = url),
  };
  const request = {
    method,
    headers: { host: 'localhost:3000', cookie: jar() },
    cookies: Object.fromEntries([...cookies].map(([name, value]) => [name, decodeURIComponent(value)])),
    query: { ...query, nextauth: path },
    body,
  };
  const options = authOptions((claims) => {
    seen.push(claims);
    return Promise.resolve(sid);
  });
  await NextAuth(request as never, response as never, options);
  const lines = [headers['set-cookie'] ?? []].flat();
  set.push(...lines);
  keep(lines);
  const answered = (typeof sent === 'object' ? sent : {}) as { csrfToken?: string; url?: string };
  return { ...answered, to: answered.url ?? String(headers.location) };
}

/** Leaves for the provider: its address, with what it was sent. */
async function leave(): Promise<string> {
  const { csrfToken = '' } = await ask('GET', ['csrf']);
  const { to } = await ask('POST', ['signin', 'oidc'], {}, { csrfToken, callbackUrl: '/account', json: 'true' });
  return to;
}

/** Signs in there, and answers what the browser was sent back with. */
async function comeBack(address: string): Promise<Record<string, string>> {
  const back = await provider.signIn(address, 'hanako');
  expect(back).toContain(redirectUri);
  return Object.fromEntries(new URL(back).searchParams);
}

it('asks with PKCE, state and nonce, and opens the session of who comes back', async () => {
  const address = await leave();
  const sent = new URL(address).searchParams;
  expect(Object.fromEntries(sent)).toMatchObject({
    client_id: 'grantboard',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
  });
  for (const check of ['state', 'nonce', 'code_challenge']) expect(sent.get(check)!.length).toBeGreaterThan(20);
  const { to } = await ask('GET', ['callback', 'oidc'], await comeBack(address));
  expect(to).toBe(`${here}/account`);
  expect(seen).toEqual([
    {
      issuer: provider.issuer,
      subject: 'hanako',
      verifiedEmail: 'hanako@example.com',
      name: '花子',
      authenticatedAt: null,
      groups: ['ops'],
    },
  ]);
  expect(await sessionIdOf(new Headers({ cookie: jar() }))).toBe(sid);
  expect(set.length).toBeGreaterThan(4);
  for (const line of set) expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
});

it.each(['state', 'nonce', 'pkce.code_verifier'])(
  'refuses an answer in a browser without the %s of its own',
  async (check) => {
    const answer = await comeBack(await leave());
    const mine = new Map(cookies);
    await leave();
    const theirs = [...cookies.keys()].find((name) => name.endsWith(check))!;
    cookies = new Map([...mine, [theirs, cookies.get(theirs)!]]);
    const { to } = await ask('GET', ['callback', 'oidc'], answer);
    expect(to).toBe(`${here}/api/auth/error?error=OAuthCallback`);
    expect(seen).toEqual([]);
  },
);

it('refuses the same answer a second time', async () => {
  const answer = await comeBack(await leave());
  const mine = new Map(cookies);
  await ask('GET', ['callback', 'oidc'], answer);
  cookies = mine;
  expect((await ask('GET', ['callback', 'oidc'], answer)).to).toBe(`${here}/api/auth/error?error=OAuthCallback`);
  expect(seen).toHaveLength(1);
});
