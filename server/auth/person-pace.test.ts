import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer } from '@/server/answer';
import { env } from '@/server/env';
import { forget } from '@/server/shared';
import { createApiKey, createAppRow, createConnectionRow, createPerson, createTeam, headersOf } from '@/test/factories';

beforeEach(() => forget('key-limiter'));
afterEach(() => {
  vi.restoreAllMocks();
  forget('key-limiter');
});

type Person = Awaited<ReturnType<typeof createPerson>>;

async function ask(person: Person, path: string, method = 'GET', body?: unknown): Promise<Response> {
  const headers = await headersOf(person);
  headers.set('origin', env().APP_URL);
  if (body) headers.set('content-type', 'application/json');
  return answer(new Request(`${env().APP_URL}/api/v1${path}`, { method, headers, body: JSON.stringify(body) }));
}

test.each(['change', 'token', 'file', 'account'])(
  'a person does so much a minute, and is told when to come back: a %s; lists and other people go on',
  async (kind) => {
    vi.spyOn(env(), 'API_KEY_REQUESTS_PER_MINUTE', 'get').mockReturnValue(1);
    const team = await createTeam();
    const [person, other] = [await createPerson(team), await createPerson(team)];
    const { id } = await createConnectionRow(team, await createAppRow(team));
    const act = {
      change: (by: Person) => ask(by, '/team', 'PATCH', { budgetPercent: 40 }),
      token: (by: Person) => ask(by, `/connections/${id}/token`),
      file: (by: Person) => ask(by, '/apps.csv'),
      account: (by: Person) => ask(by, '/account', 'PATCH', { name: 'Mika' }),
    }[kind]!;
    expect((await act(person)).status).toBe(200);
    const refusal = await act(person);
    expect([refusal.status, await refusal.json()]).toMatchObject([429, { code: 'rate_limited' }]);
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
    for (const path of ['/connections', '/apps', '/audit']) expect((await ask(person, path)).status).toBe(200);
    expect((await act(other)).status).toBe(200);
  },
);

test(
  'a person has a hundred files of whole lists in fifteen minutes, and a key what keys have',
  { timeout: 120_000 },
  async () => {
    const person = await createPerson(await createTeam());
    const { headers } = await createApiKey(person);
    const files = await Promise.all(Array.from({ length: 105 }, () => ask(person, '/apps.csv')));
    expect(files.filter(({ status }) => status === 200)).toHaveLength(100);
    const refusal = files.find(({ status }) => status === 429)!;
    expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(600);
    const byKey = await answer(new Request(`${env().APP_URL}/api/v1/apps.csv`, { headers }));
    expect(byKey.status).toBe(200);
    await Promise.all([...files, byKey].map(({ body }) => body?.cancel()));
  },
);
