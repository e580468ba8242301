import { generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { openBrowser } from '@/test/account';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { confirmSession } from './confirm-session';
import { hashPassword } from './password';
import { makeRecoveryCodes } from './recovery-codes';
import { sessionIdOf } from './session-cookie';
import { newTotpKey, sealTotpKey } from './totp';

const password = 'correct horse battery';
const hourAgo = () => new Date(Date.now() - 3_600_000);

/** Somebody who proved who they are an hour ago. */
async function somebody({ passwordHash, totp = false }: { passwordHash?: string; totp?: boolean } = {}) {
  const person = await createPerson(await createTeam(), 'owner', { passwordHash });
  const key = newTotpKey();
  const sealed = { totpSealed: sealTotpKey(person.id, key), totpEnabledAt: new Date() };
  if (totp) await db.user.update({ where: { id: person.id }, data: sealed });
  await db.session.update({ where: { id: person.sessionId }, data: { authenticatedAt: hourAgo() } });
  const browser = await openBrowser(person);
  const confirm = (given: object) => browser.ask('POST /session/confirm', given);
  const until = async () => (await browser.ask('GET /session/confirmation')).body;
  const events = async () =>
    (await db.auditEvent.findMany({ where: { teamId: person.teamId }, orderBy: { sequence: 'asc' } })).map(
      ({ action, result }) => `${action} ${result}`,
    );
  return { person, key, browser, confirm, until, events };
}

const withPassword = async (more: { totp?: boolean } = {}) =>
  somebody({ passwordHash: await hashPassword(password), ...more });
const refused = (reason: string) => ({ status: 403, body: { data: { reason } } });

it('takes the password, and the session goes on under another id, until it would have ended', async () => {
  const { person, browser, confirm, until, events } = await withPassword();
  expect(await until()).toEqual({ by: 'password', provider: null, until: null });
  const [before, old] = [browser.headers(), person.sessionId];
  expect(await confirm({ password: 'wrong' })).toMatchObject(refused('wrong_password'));
  expect(await sessionIdOf(browser.headers())).toBe(old);
  expect((await confirm({ password })).status).toBe(204);
  const id = (await sessionIdOf(browser.headers()))!;
  expect(id).not.toBe(old);
  expect(await browser.isSignedIn()).toBe(true);
  expect(Date.parse((await until()).until)).toBeGreaterThan(Date.now() + 4 * 60_000);
  const [was, is] = await Promise.all([old, id].map((each) => db.session.findUniqueOrThrow({ where: { id: each } })));
  expect([was!.revokedAt, is!.revokedAt]).toEqual([expect.any(Date), null]);
  expect([is!.createdAt, is!.expiresAt]).toEqual([was!.createdAt, was!.expiresAt]);
  expect(await sessionIdOf(before)).toBe(old);
  expect(await events()).toEqual(['session.confirmed refused', 'session.confirmed done']);
});

it('takes a code of who has no password, once, and under another id as well', async () => {
  const { person, key, browser, confirm, until, events } = await somebody({ totp: true });
  expect(await until()).toMatchObject({ by: 'code', until: null });
  const code = generateSync({ secret: key });
  expect((await confirm({ code })).status).toBe(204);
  expect(await sessionIdOf(browser.headers())).not.toBe(person.sessionId);
  expect((await until()).until).not.toBeNull();
  expect(await confirm({ code })).toMatchObject(refused('wrong_code'));
  expect(await events()).toEqual(['session.confirmed done', 'session.confirmed refused']);
});

it('takes a recovery code for one, and that is on record', async () => {
  const { person, confirm, events } = await somebody({ totp: true });
  const [code = ''] = await db.$transaction((tx) => makeRecoveryCodes(tx, person.id));
  expect((await confirm({ code })).status).toBe(204);
  expect(await events()).toEqual(['account.recovery_code_used done', 'session.confirmed done']);
});

it('of who has proved it lately, nothing else renews the proof', async () => {
  const { person, confirm, until } = await somebody({ totp: true });
  const lately = new Date(Date.now() - 4 * 60_000);
  await db.session.update({ where: { id: person.sessionId }, data: { authenticatedAt: lately } });
  const before = await until();
  expect((await confirm({ password: 'anything' })).status).toBe(204);
  expect(await until()).toEqual(before);
});

it('leaves one session of many proofs at once, and none where it was ended meanwhile', async () => {
  const { person, browser } = await withPassword();
  const proofs = await Promise.all(Array.from({ length: 6 }, () => openBrowser(person)));
  const answers = await Promise.all(proofs.map((each) => each.ask('POST /session/confirm', { password })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 401, 401, 401, 401, 401]);
  const standing = { userId: person.id, revokedAt: null };
  expect(await db.session.count({ where: standing })).toBe(1);
  expect(await browser.isSignedIn()).toBe(false);
  await expect(
    confirmSession(person, { password }, { cookies: new Map(), setCookie: () => undefined }),
  ).rejects.toMatchObject({
    code: 'unauthenticated',
  });
  expect(await db.session.count({ where: standing })).toBe(1);
});

it('takes no code instead of a password that there is', async () => {
  const { key, confirm } = await withPassword({ totp: true });
  expect(await confirm({ code: generateSync({ secret: key }) })).toMatchObject(refused('other_proof'));
});

it('sends who has neither to the provider, and asks for nothing just after they were there', async () => {
  const { person, confirm, until } = await somebody();
  expect(await until()).toMatchObject({ by: 'provider', until: null });
  for (const given of [{ password: 'anything' }, { password: ' ' }]) {
    expect(await confirm(given)).toMatchObject(refused('no_password'));
  }
  expect(await confirm({ code: '123456' })).toMatchObject(refused('other_proof'));
  await db.session.update({ where: { id: person.sessionId }, data: { authenticatedAt: new Date() } });
  expect((await until()).until).not.toBeNull();
  expect((await confirm({ password: 'anything' })).status).toBe(204);
});

it('lets nobody guess on for ever', async () => {
  const { confirm } = await somebody({ totp: true });
  const answers = await Promise.all(Array.from({ length: 15 }, () => confirm({ code: '000000' })));
  expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
});
