import { generateSync } from 'otplib';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '@/server/auth/password';
import { readFirstStep, takeSecondStep } from '@/server/auth/second-step';
import { readSession } from '@/server/auth/session';
import { signIn } from '@/server/auth/sign-in';
import { openBrowser } from '@/test/account';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';

const password = 'correct horse battery';
const member = async () => createPerson(await createTeam(), 'owner', { passwordHash: await hashPassword(password) });

/** What an authenticator shows, so many half minutes from now. */
const codeOf = (key: string, steps = 0) => generateSync({ secret: key, epoch: began + 30 * steps });
/** The same for a whole test, so that none is told by what the clock does meanwhile. */
let began = 0;
beforeEach(() => void (began = Math.floor(Date.now() / 1000)));
const wrongCodeOf = (key: string) => {
  const near = [-2, -1, 0, 1, 2].map((steps) => codeOf(key, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !near.includes(code))!;
};

async function withSecondFactor() {
  const person = await member();
  const browser = await openBrowser(person);
  const { body } = await browser.ask('POST /account/second-factor', { password });
  const key = body.key as string;
  const confirmed = await browser.ask('POST /account/second-factor/confirm', { code: codeOf(key) });
  expect(confirmed.status).toBe(200);
  return { person, browser, key, recoveryCodes: confirmed.body.recoveryCodes as string[] };
}
/** As if the codes of the present had not been used yet. */
const later = (userId: string) => db.user.update({ where: { id: userId }, data: { totpLastStep: null } });

const firstStep = async (person: { email: string; teamSlug: string }) => {
  const sessionId = (await signIn({ email: person.email, password }, new Headers()))!;
  return headersOf({ sessionId, teamSlug: person.teamSlug });
};
const actions = async (teamId: string) =>
  (await db.auditEvent.findMany({ where: { teamId }, orderBy: { sequence: 'asc' } })).map(({ action, result }) =>
    result === 'done' ? action : `${action} ${result}`,
  );

describe('setting up', () => {
  it('takes the password and a first code, tells ten recovery codes, and ends every other session', async () => {
    const person = await member();
    const [here, before] = [await openBrowser(person), await openBrowser(person)];
    const begun = await here.ask('POST /account/second-factor', { password });
    expect(begun).toMatchObject({ status: 201, body: { key: expect.stringMatching(/^[A-Z2-7]{32}$/) } });
    expect(begun.body.qr).toMatch(/^<svg [^>]*viewBox/);
    expect((await here.ask('GET /account')).body.secondFactor).toBeNull();

    const { status, body } = await here.ask('POST /account/second-factor/confirm', { code: codeOf(begun.body.key) });
    expect(status).toBe(200);
    expect(new Set(body.recoveryCodes).size).toBe(10);
    for (const code of body.recoveryCodes) expect(code).toMatch(/^([A-Z2-9]{4}-){6}[A-Z2-9]{4}$/);
    expect([await here.isSignedIn(), await before.isSignedIn()]).toEqual([true, false]);
    expect((await here.ask('GET /account')).body.secondFactor).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await actions(person.teamId)).toEqual(['account.second_factor_on']);
  });

  it('is refused for a wrong password, a wrong code, and when it is on', async () => {
    const { browser, key } = await withSecondFactor();
    expect(await browser.ask('POST /account/second-factor', { password })).toMatchObject({
      status: 409,
      body: { data: { reason: 'on_already' } },
    });
    const confirming = await browser.ask('POST /account/second-factor/confirm', { code: codeOf(key, 1) });
    expect(confirming.status).toBe(409);
    const other = await openBrowser(await member());
    const wrong = await other.ask('POST /account/second-factor', { password: 'wrong' });
    expect(wrong).toMatchObject({ status: 403, body: { data: { reason: 'wrong_password' } } });
    const unbegun = await other.ask('POST /account/second-factor/confirm', { code: '123456' });
    expect(unbegun).toMatchObject({ status: 409, body: { data: { reason: 'not_started' } } });
    const begun = await other.ask('POST /account/second-factor', { password });
    const refused = await other.ask('POST /account/second-factor/confirm', { code: wrongCodeOf(begun.body.key) });
    expect(refused).toMatchObject({ status: 403, body: { data: { reason: 'wrong_code' } } });
  });

  it('keeps neither key nor codes readable in the database', async () => {
    const { person, key, recoveryCodes } = await withSecondFactor();
    const rows = await db.$queryRaw<{ text: string }[]>`
      SELECT u::text || coalesce((SELECT string_agg(r::text, '') FROM "RecoveryCode" r WHERE r."userId" = u.id), '') AS text
      FROM "User" u WHERE u.id = ${person.id}::uuid`;
    for (const secret of [key, ...recoveryCodes]) {
      expect(rows[0]!.text).not.toContain(secret);
      expect(rows[0]!.text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('binds the key to its row: moved to somebody else it opens nothing', async () => {
    const [mine, theirs] = [await withSecondFactor(), await withSecondFactor()];
    await db.$executeRaw`UPDATE "User" SET "totpLastStep" = NULL, "totpSealed" = (
      SELECT "totpSealed" FROM "User" WHERE id = ${mine.person.id}::uuid) WHERE id = ${theirs.person.id}::uuid`;
    const headers = await firstStep(theirs.person);
    await expect(takeSecondStep(codeOf(mine.key), headers)).rejects.toMatchObject({ data: { reason: 'tampered' } });
  });
});

describe('the second step of signing in', () => {
  it('opens what the password alone does not, under another session', async () => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    const headers = await firstStep(person);
    expect(await readSession(headers)).toBeNull();
    expect(await readFirstStep(headers)).toMatchObject({ user: { id: person.id } });

    const sessionId = (await takeSecondStep(codeOf(key), headers))!;
    expect(await readSession(await headersOf({ ...person, sessionId }))).toMatchObject({ user: { id: person.id } });
    expect(await readSession(headers)).toBeNull();
    expect(await readFirstStep(headers)).toBeNull();
    await expect(takeSecondStep(codeOf(key, 1), headers)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await actions(person.teamId)).toEqual(['account.second_factor_on', 'session.started']);
  });

  it('takes no code twice, not even one that was used for something else, nor an earlier one', async () => {
    const { person, key } = await withSecondFactor();
    expect(await takeSecondStep(codeOf(key), await firstStep(person))).toBeNull();
    expect(await takeSecondStep(codeOf(key, -1), await firstStep(person))).toBeNull();
    expect(await takeSecondStep(codeOf(key, 1), await firstStep(person))).not.toBeNull();
    expect(await takeSecondStep(codeOf(key, 1), await firstStep(person))).toBeNull();
    expect(await actions(person.teamId)).toContain('session.code_refused refused');
  });

  it('takes a code once, of five who send it together', async () => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    const several = await Promise.all(Array.from({ length: 5 }, () => firstStep(person)));
    const endings = await Promise.all(several.map((headers) => takeSecondStep(codeOf(key), headers)));
    expect(endings.filter((id) => id !== null)).toHaveLength(1);
  });

  it.each([
    ['five steps ago', -5],
    ['five steps ahead', 5],
  ])('takes no code of %s', async (_, steps) => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    expect(await takeSecondStep(codeOf(key, steps), await firstStep(person))).toBeNull();
  });

  it('takes each recovery code once, however it is typed, and says how many are left', async () => {
    const { person, recoveryCodes, browser } = await withSecondFactor();
    const [first = '', second = ''] = recoveryCodes;
    const typed = ` ${first.toLowerCase().replace('-', ' ')} `;
    expect(await takeSecondStep(typed, await firstStep(person))).not.toBeNull();
    expect(await takeSecondStep(first, await firstStep(person))).toBeNull();
    expect((await browser.ask('GET /account')).body.secondFactor.recoveryCodesLeft).toBe(9);
    const several = await Promise.all(Array.from({ length: 5 }, () => firstStep(person)));
    const endings = await Promise.all(several.map((headers) => takeSecondStep(second, headers)));
    expect(endings.filter((id) => id !== null)).toHaveLength(1);
    expect(await actions(person.teamId)).toContain('account.recovery_code_used');
  });

  it('lets nobody guess: ten codes in fifteen minutes, whatever first step they came by', async () => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    const guess = async (code: string) => takeSecondStep(code, await firstStep(person));
    for (let count = 0; count < 10; count++) expect(await guess(wrongCodeOf(key))).toBeNull();
    await expect(guess(codeOf(key))).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('adds nothing to what the first step proved, of who has a password', async () => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    const headers = await firstStep(person);
    const authenticatedAt = new Date(Date.now() - 6 * 60_000);
    await db.session.updateMany({ where: { userId: person.id, awaitsCode: true }, data: { authenticatedAt } });
    const id = (await takeSecondStep(codeOf(key), headers))!;
    expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({ authenticatedAt });
  });

  it('is to be taken within ten minutes', async () => {
    const { person, key } = await withSecondFactor();
    await later(person.id);
    const headers = await firstStep(person);
    const { expiresAt } = await db.session.findFirstOrThrow({ where: { userId: person.id, awaitsCode: true } });
    expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(10 * 60_000);
    await db.session.updateMany({ where: { awaitsCode: true }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(takeSecondStep(codeOf(key), headers)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('turning it off, and new recovery codes', () => {
  it.each(['remove', 'recovery-codes'])('%s takes password and code, each right', async (act) => {
    const { person, browser, key } = await withSecondFactor();
    await later(person.id);
    const ask = (given: object) => browser.ask(`POST /account/second-factor/${act}`, given);
    expect(await ask({ password: 'wrong', code: codeOf(key) })).toMatchObject({ status: 403 });
    expect(await ask({ password, code: wrongCodeOf(key) })).toMatchObject({ status: 403 });
    expect(await actions(person.teamId)).toContain('session.code_refused refused');
    expect((await ask({ password, code: codeOf(key) })).status).toBeLessThan(300);
  });

  it('off, the password is enough again, and no recovery code is left', async () => {
    const { person, browser, recoveryCodes } = await withSecondFactor();
    await browser.ask('POST /account/second-factor/remove', { password, code: recoveryCodes[0] });
    expect(await actions(person.teamId)).toContain('account.recovery_code_used');
    expect(await browser.isSignedIn()).toBe(true);
    expect(await readSession(await firstStep(person))).not.toBeNull();
    expect(await db.recoveryCode.count({ where: { userId: person.id } })).toBe(0);
  });

  it('new recovery codes replace the old', async () => {
    const { person, browser, recoveryCodes } = await withSecondFactor();
    const code = recoveryCodes[0];
    const { body } = await browser.ask('POST /account/second-factor/recovery-codes', { password, code });
    expect(body.recoveryCodes).toHaveLength(10);
    expect(await takeSecondStep(recoveryCodes[1]!, await firstStep(person))).toBeNull();
    expect(await takeSecondStep(body.recoveryCodes[1], await firstStep(person))).not.toBeNull();
  });
});
