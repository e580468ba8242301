import { beforeEach, expect, it, vi } from 'vitest';
import { answerReset } from '@/server/account/answer-reset';
import { answer } from '@/server/answer';
import { answerOffer } from '@/server/invitations/answer-invitation';
import { answerSetup } from '@/server/members/answer-setup';
import { createAppRow, createPerson, createTeam, headersOf } from '@/test/factories';
import { realLog } from '@/test/real-log';
import { newApiKey } from './api-key';
import { hashPassword } from './password';
import { signIn } from './sign-in';

let told: object[];
beforeEach(() => {
  told = [];
  vi.spyOn(realLog(), 'info').mockImplementation((...args: unknown[]) => void told.push(args[0] as object));
});

const here = 'http://localhost:3000';
const ask = (path: string, headers: Headers, method = 'GET') => {
  headers.set('x-forwarded-for', '192.0.2.44');
  return answer(new Request(`${here}/api/v1${path}`, { method, headers }));
};

it('tells who was refused what: signed out, by role, another team’s object, from a foreign page', async () => {
  const auditor = await createPerson(await createTeam(), 'auditor');
  const app = await createAppRow(await createTeam());
  await ask('/apps', new Headers());
  await ask(`/apps/${app.id}`, await headersOf(auditor), 'DELETE');
  await ask(`/apps/${app.id}`, await headersOf(auditor));
  const foreign = await headersOf(auditor);
  foreign.set('origin', 'https://evil.example');
  await ask('/apps', foreign, 'POST');
  const by = { ip: '192.0.2.44', session: auditor.sessionId };
  expect(told).toEqual([
    { code: 'unauthenticated', operation: 'apps.list', ip: '192.0.2.44', session: null },
    { code: 'forbidden', operation: 'apps.remove', ...by },
    { code: 'not_found', operation: 'apps.get', ...by },
    { code: 'forbidden', reason: 'foreign_origin', operation: 'border', ...by },
  ]);
});

it('names a key by what the list of keys shows of it, and what is no key not at all', async () => {
  const key = newApiKey();
  await ask('/apps', new Headers({ authorization: `Bearer ${key}` }));
  await ask('/apps', new Headers({ authorization: 'Bearer gb_my-own-password' }));
  expect(told).toMatchObject([
    { reason: 'unknown_key', key: key.slice(3, 11) },
    { reason: 'unknown_key', key: null },
  ]);
});

it('says nothing of what succeeds', async () => {
  const as = await createPerson(await createTeam());
  await ask('/apps', await headersOf(as));
  expect(told).toEqual([]);
});

it('tells of an input that was refused whose it was and which part of it, and nothing that was in it', async () => {
  const as = await createPerson(await createTeam());
  await ask('/apps?limit=my-password', await headersOf(as));
  await ask('/apps?my-password=1', await headersOf(as));
  await ask('/connections/my-password', await headersOf(as));
  const by = { ip: '192.0.2.44', session: as.sessionId };
  expect(told).toMatchObject([
    { code: 'invalid_input', operation: 'apps.list', fields: ['limit'], ...by },
    { code: 'invalid_input', operation: 'apps.list', ...by },
    { code: 'invalid_input', operation: 'connections.get', fields: ['id'], ...by },
  ]);
  expect(JSON.stringify(told)).not.toContain('my-password');
});

it('tells of each sign-in that is refused whose account it was, and nothing that was typed', async () => {
  const passwordHash = await hashPassword('correct horse battery');
  const person = await createPerson(await createTeam(), 'operator', { passwordHash });
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.45' });
  await signIn({ email: person.email, password: 'wrong-password' }, headers);
  await signIn({ email: 'my-password@example.com', password: 'wrong-password' }, headers);
  expect(told).toEqual([
    { ip: '192.0.2.45', user: person.id },
    { ip: '192.0.2.45', user: null },
  ]);
});

it('tells of what is no operation of the API as well, and nothing of what was typed', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.45', origin: 'https://evil.example' };
  const asked = (path: string) => new Request(`${here}${path}`, { method: 'POST', headers, body: '{}' });
  await answerSetup(asked('/api/setup'));
  await answerReset(asked('/api/password-reset/complete'));
  await answerOffer(asked('/api/invitation'));
  const foreign = { code: 'forbidden', reason: 'foreign_origin', ip: '192.0.2.45', session: null };
  expect(told).toEqual(['setup', 'password reset', 'invitation'].map((operation) => ({ ...foreign, operation })));
});
