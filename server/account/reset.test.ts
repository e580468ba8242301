import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startMailServer } from '@/test/mail-server';
import { realLog } from '@/test/real-log';

const mail = await startMailServer();
Object.assign(process.env, { SMTP_URL: mail.url, MAIL_FROM: 'grants@example.com' });
afterAll(() => mail.close());

const { hashPassword } = await import('@/server/auth/password');
const { signIn } = await import('@/server/auth/sign-in');
const { openBrowser } = await import('@/test/account');
const { db } = await import('@/test/database');
const { createPerson, createTeam } = await import('@/test/factories');
const { answerReset, answerResetRequest } = await import('./answer-reset');

const password = 'correct horse battery';
const member = async () => createPerson(await createTeam(), 'admin', { passwordHash: await hashPassword(password) });

const logged: string[] = [];
beforeAll(() => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    vi.spyOn(realLog(), level).mockImplementation((...args: unknown[]) => void logged.push(JSON.stringify(args)));
  }
});

function post(verb: typeof answerReset, body: unknown, ip: string = randomUUID()): Promise<Response> {
  const headers = { origin: 'http://localhost:3000', 'content-type': 'application/json', 'x-forwarded-for': ip };
  return verb(new Request('http://localhost:3000/', { method: 'POST', headers, body: JSON.stringify(body) }));
}
const ask = (email: string, language = 'en', ip?: string) => post(answerResetRequest, { email, language }, ip);
const set = (token: string, chosen = 'another password') => post(answerReset, { token, password: chosen });

async function mailedToken(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(202);
  const { text } = await mail.mailTo(email);
  return /http:\/\/localhost:3000\/reset-password#([\w-]{43})\n/.exec(text)![1]!;
}

describe('a new password by e-mail', () => {
  it('is set once by the link that was mailed, and ends every session', async () => {
    const person = await member();
    const browser = await openBrowser(person);
    const token = await mailedToken(person.email);
    const endings = await Promise.all(Array.from({ length: 5 }, () => set(token)));
    expect(endings.map(({ status }) => status).toSorted()).toEqual([200, 404, 404, 404, 404]);
    expect(await browser.isSignedIn()).toBe(false);
    expect(await signIn({ email: person.email, password }, new Headers())).toBeNull();
    expect(await signIn({ email: person.email, password: 'another password' }, new Headers())).not.toBeNull();
    const events = await db.auditEvent.findMany({ where: { teamId: person.teamId }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ['account.reset_mailed', 'system'],
      ['account.password_reset', 'system'],
      ['session.started', 'person'],
    ]);
  });

  it('keeps a digest of the token only, and logs none of it', async () => {
    const { email } = await member();
    const token = await mailedToken(email);
    await set(token, 'short');
    await set(token);
    const rows = await db.$queryRaw<{ text: string }[]>`SELECT r::text AS text FROM "PasswordReset" r
      UNION ALL SELECT e::text FROM "AuditEvent" e`;
    const stored = rows.map(({ text }) => text).join('');
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(logged.join('')).not.toContain(token);
  });

  it('lasts an hour', async () => {
    const { id, email } = await member();
    const token = await mailedToken(email);
    const { expiresAt } = await db.passwordReset.findFirstOrThrow({ where: { userId: id } });
    expect(Math.abs(expiresAt.getTime() - Date.now() - 3_600_000)).toBeLessThan(20_000);
    await db.passwordReset.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await set(token)).status).toBe(404);
  });

  it('keeps the rules of a password, and the link for another try', async () => {
    const { email } = await member();
    const token = await mailedToken(email);
    const refused = await set(token, 'short');
    expect([refused.status, await refused.json()]).toMatchObject([400, { data: { field: 'password' } }]);
    const common = await set(token, 'Password1');
    expect([common.status, await common.json()]).toMatchObject([400, { data: { reason: 'common_password' } }]);
    expect((await set(token)).status).toBe(200);
  });

  it('does not pass by the second factor', async () => {
    const person = await member();
    await db.user.update({ where: { id: person.id }, data: { totpEnabledAt: new Date() } });
    await set(await mailedToken(person.email));
    const id = (await signIn({ email: person.email, password: 'another password' }, new Headers()))!;
    expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({ awaitsCode: true });
  });

  it('comes in the language of the person, else of who asks', async () => {
    const [one, other] = [await member(), await member()];
    await db.user.update({ where: { id: other.id }, data: { locale: 'en' } });
    await Promise.all([ask(one.email, 'ja'), ask(other.email, 'ja')]);
    expect((await mail.mailTo(one.email)).subject).toBe('Grantboardのパスワード再設定');
    expect((await mail.mailTo(other.email)).subject).toBe('Set a new password for Grantboard');
  });
});

describe('who has no account', () => {
  it('is answered like who has one, and sent nothing; so is who signs in at a provider', async () => {
    const [person, provided] = [await member(), await createPerson(await createTeam())];
    const unknown = `${randomUUID()}@example.com`;
    const [first, ...others] = await Promise.all([person.email, provided.email, unknown].map((email) => ask(email)));
    const seen = async (response: Response) => [
      response.status,
      await response.text(),
      [...response.headers].filter(([name]) => name !== 'date'),
    ];
    const known = await seen(first!);
    for (const other of others) expect(await seen(other)).toEqual(known);
    await mail.mailTo(person.email);
    await mailedToken((await member()).email);
    expect(mail.received.flatMap(({ to }) => to)).not.toEqual(expect.arrayContaining([unknown]));
    expect(mail.received.flatMap(({ to }) => to)).not.toEqual(expect.arrayContaining([provided.email]));
  });

  it('is counted like who has one: five mails to an address, thirty from a network', async () => {
    for (const email of [(await member()).email, `${randomUUID()}@example.com`]) {
      const statuses: number[] = [];
      for (let count = 0; count < 6; count++) statuses.push((await ask(email)).status);
      expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    }
    const ip = '203.0.113.77';
    const flood = await Promise.all(Array.from({ length: 35 }, () => ask(`${randomUUID()}@example.com`, 'en', ip)));
    expect(flood.filter(({ status }) => status === 202)).toHaveLength(30);
  });
});

it.each([
  ['two addresses', { email: 'a@example.com,b@example.com', language: 'en' }],
  ['no address', { email: 'nobody', language: 'en' }],
  ['more than is asked', { email: 'a@example.com', language: 'en', link: 'https://evil.example' }],
])('%s is refused', async (_, body) => expect((await post(answerResetRequest, body)).status).toBe(400));

it('a foreign page cannot ask', async () => {
  const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'a@example.com', language: 'en' });
  const request = new Request('http://localhost:3000/', { method: 'POST', headers, body });
  expect((await answerResetRequest(request)).status).toBe(403);
});
