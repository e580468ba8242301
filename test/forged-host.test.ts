import { beforeAll, expect, test } from 'vitest';
import { GET } from '@/app/callback/route';
import { createAppRow, createPerson, createTeam, headersOf } from '@/test/factories';
import { useTikTok } from '@/test/tiktok';
import { askWith } from '@/test/two-teams';

useTikTok();

/** Whatever a request calls us, addresses are made of APP_URL. */
const forged: Record<string, string>[] = [
  { host: 'evil.example' },
  { host: 'evil.example:3000' },
  { host: 'localhost:3000@evil.example' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-host': 'evil.example, localhost:3000' },
  { 'x-forwarded-proto': 'https' },
  { 'x-forwarded-proto': 'javascript' },
  { 'x-forwarded-port': '1' },
  { 'x-forwarded-prefix': '/evil' },
  { 'x-original-url': 'https://evil.example/', 'x-rewrite-url': '/evil' },
  { forwarded: 'host=evil.example;proto=https' },
  { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', origin: '' },
];

let headers: Headers;
let line: string;
beforeAll(async () => {
  const team = await createTeam();
  headers = await headersOf(await createPerson(team, 'operator'));
  line = `POST /apps/${(await createAppRow(team)).id}/authorizations`;
});

const sending = (more: Record<string, string>): Headers => {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) if (value) all.set(name, value);
  return all;
};

test.each(forged)('%j changes no byte of an Authorized URL, and not where a callback leads', async (more) => {
  const { status, body } = await askWith(sending(more), line, {});
  expect(status).toBe(201);
  const { url, state } = JSON.parse(body) as { url: string; state: string };
  expect(url).toContain(`state=${state}&redirect_uri=${encodeURIComponent('http://localhost:3000/callback')}`);
  expect(url).not.toContain('evil');
  const came = await GET(new Request('http://evil.example/callback?error=access_denied', { headers: sending(more) }));
  expect(came.headers.get('location')).toBe('http://localhost:3000/outcome/cancelled');
});

test.each([
  { redirectUrl: 'https://evil.example/callback' },
  { redirectUrl: ['http://localhost:3000/callback', 'https://evil.example'] },
  { redirectUrl: 'http://localhost:3000/callback?x=1' },
  { redirectUrl: 'http://localhost:3000/callback/' },
  { redirectUrl: 'http://localhost:3000/ｃallback' },
  { redirect_uri: 'https://evil.example' },
])('%j is no redirect URL of the app', async (input) => {
  const { status } = await askWith(headers, line, input);
  expect([400, 412]).toContain(status);
});
