import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answer } from '@/server/answer';
import { env } from '@/server/env';
import { forget } from '@/server/shared';
import { newId } from '@/server/database/new-id';
import { createApiKey, createPerson, createTeam } from '@/test/factories';
import { countRequest } from './key-pace';

const most = 120;
beforeEach(() => {
  vi.spyOn(env(), 'API_KEY_REQUESTS_PER_MINUTE', 'get').mockReturnValue(most);
  forget('key-limiter');
});
afterEach(() => {
  vi.restoreAllMocks();
  forget('key-limiter');
});

/** What another instance knows: the database, and nothing of this one’s share. */
function becomeAnotherInstance() {
  forget('key-shares');
  forget('key-limiter');
}

async function letIn(key: string, times: number) {
  const tried = await Promise.allSettled(Array.from({ length: times }, () => countRequest(key)));
  return tried.filter(({ status }) => status === 'fulfilled').length;
}

test('a key makes so many requests a minute, exactly, and is told when to come back', async () => {
  const key = newId();
  expect(await letIn(key, most + 50)).toBe(most);
  await expect(countRequest(key)).rejects.toMatchObject({
    code: 'rate_limited',
    data: { mostPerMinute: most, retryAfterSeconds: expect.any(Number) as number },
  });
  expect(await letIn(newId(), 1)).toBe(1);
});

test('and no more over several instances', async () => {
  const key = newId();
  const first = await letIn(key, 61);
  becomeAnotherInstance();
  const second = await letIn(key, most);
  expect(first).toBe(61);
  expect(first + second).toBeLessThanOrEqual(most);
  expect(first + second).toBeGreaterThan(most - most / 60);
});

test('the API answers one that asks too often with 429 and when to come back', async () => {
  vi.spyOn(env(), 'API_KEY_REQUESTS_PER_MINUTE', 'get').mockReturnValue(1);
  const { headers } = await createApiKey(await createPerson(await createTeam()), { permissions: ['team.read'] });
  const ask = () => answer(new Request('http://localhost:3000/api/v1/team', { headers }));
  expect((await ask()).status).toBe(200);
  const refusal = await ask();
  expect([refusal.status, await refusal.json()]).toMatchObject([429, { code: 'rate_limited' }]);
  expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
});
