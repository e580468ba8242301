import { randomUUID } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { generateSync } from 'otplib';
import { startMailServer } from '@/test/mail-server';

const mail = await startMailServer();
Object.assign(process.env, { SMTP_URL: mail.url, MAIL_FROM: 'grants@example.com' });
afterAll(() => mail.close());

const { hashPassword } = await import('@/server/auth/password');
const { signIn } = await import('@/server/auth/sign-in');
const { removeSecondFactor } = await import('@/server/console/remove-second-factor');
const { resetPassword } = await import('@/server/console/reset-password');
const { openBrowser } = await import('@/test/account');
const { db } = await import('@/test/database');
const { createPerson, createTeam } = await import('@/test/factories');

const password = 'correct horse battery';
const member = async (locale: 'en' | 'ja' | null = null) => {
  const person = await createPerson(await createTeam(), 'admin', { passwordHash: await hashPassword(password) });
  await db.user.update({ where: { id: person.id }, data: { locale } });
  return person;
};

/** The mails that this person has got, once there are so many. */
async function mailsTo({ email }: { email: string }, count: number) {
  const got = () => mail.received.filter(({ to }) => to.includes(email));
  await vi.waitFor(() => expect(got()).toHaveLength(count), { timeout: 5_000 });
  return got();
}

const from = (ip: string) => new Headers({ 'x-forwarded-for': ip });
const enter = (person: { email: string }, ip: string) => signIn({ email: person.email, password }, from(ip));

test('a changed password is mailed to its person: what, when, from where, and what to do', async () => {
  const person = await member();
  const browser = await openBrowser(person);
  await browser.ask('POST /account/password', { password, newPassword: 'another password' });
  const { subject, text } = (await mailsTo(person, 1))[0]!;
  expect(subject).toBe('Your Grantboard password was changed');
  expect(text).toContain(`Hello ${person.name},`);
  expect(text).toMatch(/When: .*20\d\d.* UTC/);
  expect(text).toContain('http://localhost:3000/forgot-password');
  expect(text).not.toContain('another password');
});

test('in the language of the account', async () => {
  const person = await member('ja');
  const browser = await openBrowser(person);
  await browser.ask('POST /account/password', { password, newPassword: 'another password' });
  const [first] = await mailsTo(person, 1);
  expect(first!.subject).toBe('Grantboardのパスワードが変更されました');
  expect(first!.text).toContain(`${person.name}様`);
});

test('so is each change of the second factor, by its person or from the command line', async () => {
  const person = await member();
  const browser = await openBrowser(person);
  const { body } = await browser.ask('POST /account/second-factor', { password });
  const code = (steps: number) =>
    generateSync({ secret: body.key as string, epoch: Math.floor(Date.now() / 1000) + 30 * steps });
  await browser.ask('POST /account/second-factor/confirm', { code: code(0) });
  await mailsTo(person, 1);
  expect((await browser.ask('POST /account/second-factor/recovery-codes', { password, code: code(1) })).status).toBe(
    200,
  );
  await mailsTo(person, 2);
  await removeSecondFactor(person.email);
  const mails = await mailsTo(person, 3);
  expect(mails.map(({ subject }) => subject)).toEqual([
    'A second factor was set up for your Grantboard account',
    'New recovery codes were made for your Grantboard account',
    'The second factor of your Grantboard account was turned off',
  ]);
  expect(mails[2]!.text).toContain('From: the server itself');
  expect(mails.some(({ text }) => text.includes(body.key as string))).toBe(false);
});

test('a password from the command line is told, and not what it is', async () => {
  const person = await member();
  const given = await resetPassword(person.email);
  const [first] = await mailsTo(person, 1);
  expect(first!.subject).toBe('Your Grantboard password was set anew');
  expect(first!.text).not.toContain(given);
});

test('a sign-in from a network where they have not been is told, with its address; from one they know it is not', async () => {
  const person = await member();
  await enter(person, '198.51.100.7');
  await enter(person, '198.51.100.7');
  await enter(person, '2001:db8:1:2::7');
  const [first] = await mailsTo(person, 1);
  expect(first!.subject).toBe('Your Grantboard account was signed in to from a new place');
  expect(first!.text).toContain('From: 2001:db8:1:2::7');
  await enter(person, '2001:db8:1:2::8');
  await enter(person, '203.0.113.9');
  expect((await mailsTo(person, 2))[1]!.text).toContain('From: 203.0.113.9');
});

test('a mail that is not taken undoes nothing', async () => {
  const person = await member();
  const email = `refused-${randomUUID()}@example.com`;
  await db.user.update({ where: { id: person.id }, data: { email } });
  const browser = await openBrowser(person);
  const { status } = await browser.ask('POST /account/password', { password, newPassword: 'another password' });
  expect(status).toBe(204);
  expect(await signIn({ email, password: 'another password' }, new Headers())).not.toBeNull();
});
