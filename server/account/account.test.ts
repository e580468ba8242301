import { expect, it, describe } from 'vitest';
import { hashPassword } from '@/server/auth/password';
import { readSession } from '@/server/auth/session';
import { newSessionId } from '@/server/auth/session-id';
import { signIn } from '@/server/auth/sign-in';
import { openBrowser } from '@/test/account';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { changePassword } from './change-password';

const password = 'correct horse battery';
const member = async (given = password) =>
  createPerson(await createTeam(), 'operator', { passwordHash: await hashPassword(given) });
const sessionFor = async (userId: string, more = {}) =>
  db.session.create({
    data: { id: newSessionId(), userId, expiresAt: new Date(Date.now() + 3_600_000), ...more },
    select: { id: true },
  });
const events = async (teamId: string) =>
  (await db.auditEvent.findMany({ where: { teamId }, orderBy: { sequence: 'asc' } })).map(
    ({ action, result, actorId }) => [action, result, actorId],
  );

it('changes nothing for a session that was ended meanwhile', async () => {
  const person = await member();
  const session = (await readSession(await headersOf(person)))!;
  await db.session.updateMany({ where: { userId: person.id }, data: { revokedAt: new Date() } });
  const changed = changePassword(session, { password, newPassword: 'another one altogether' }, null);
  await expect(changed).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await signIn({ email: person.email, password }, new Headers())).not.toBeNull();
});

describe('the profile', () => {
  it('is changed, on record in every team of the person', async () => {
    const person = await member();
    const other = await createTeam();
    await db.membership.create({ data: { teamId: other.id, userId: person.id, role: 'owner' } });
    const browser = await openBrowser(person);
    const { status, body } = await browser.ask('PATCH /account', { name: '花子', locale: 'ja' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: '花子', locale: 'ja', hasPassword: true, secondFactor: null, identities: [] });
    expect(body.teams).toHaveLength(2);
    for (const teamId of [person.teamId, other.id]) {
      expect(await events(teamId)).toEqual([['account.changed', 'done', person.id]]);
    }
    await browser.ask('PATCH /account', { name: '花子' });
    expect(await events(other.id)).toHaveLength(1);
    expect((await browser.ask('PATCH /account', { name: ' ' })).status).toBe(400);
  });

  it('is there for who belongs to no team', async () => {
    const person = await member();
    await db.membership.deleteMany({ where: { userId: person.id } });
    const { status, body } = await (await openBrowser(person)).ask('GET /account');
    expect([status, body.teams]).toEqual([200, []]);
  });
});

describe('sessions', () => {
  it('are listed, one’s own that stand, and which is this one', async () => {
    const [person, stranger] = [await member(), await member()];
    await sessionFor(stranger.id);
    await sessionFor(person.id, { revokedAt: new Date() });
    await sessionFor(person.id, { awaitsCode: true });
    await sessionFor(person.id, { lastSeenAt: new Date(Date.now() - 13 * 3_600_000) });
    const { id } = await sessionFor(person.id, { ip: '192.0.2.9', userAgent: 'Firefox' });
    const { body } = await (await openBrowser(person)).ask('GET /account/sessions');
    expect(body.map((one: { id: string; current: boolean }) => [one.id, one.current]).toSorted()).toEqual(
      [
        [id, false],
        [person.sessionId, true],
      ].toSorted(),
    );
    expect(body.find((one: { id: string }) => one.id === id)).toMatchObject({ ip: '192.0.2.9', userAgent: 'Firefox' });
  });

  it('end one by one, at the very next request, and on record', async () => {
    const person = await member();
    const [here, there] = [await openBrowser(person), await sessionFor(person.id)];
    const elsewhere = await openBrowser({ ...person, sessionId: there.id });
    expect(await elsewhere.isSignedIn()).toBe(true);
    expect((await here.ask(`DELETE /account/sessions/${there.id}`)).status).toBe(204);
    expect(await elsewhere.isSignedIn()).toBe(false);
    expect(await here.isSignedIn()).toBe(true);
    expect(await events(person.teamId)).toEqual([['session.revoked', 'done', person.id]]);
  });

  it('of somebody else are not found, like those that never were', async () => {
    const [person, stranger] = [await member(), await member()];
    const browser = await openBrowser(person);
    const [theirs, none] = [stranger.sessionId, '0198c0de-0000-7000-8000-000000000000'];
    const [first, second] = [
      await browser.ask(`DELETE /account/sessions/${theirs}`),
      await browser.ask(`DELETE /account/sessions/${none}`),
    ];
    expect(first).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(second).toEqual(first);
    expect(await (await openBrowser(stranger)).isSignedIn()).toBe(true);
  });

  it('end all but this one at once', async () => {
    const person = await member();
    const ids = [await sessionFor(person.id), await sessionFor(person.id)];
    const here = await openBrowser(person);
    expect((await here.ask('POST /account/sessions/end-others')).body).toEqual({ ended: 2 });
    for (const { id } of ids) {
      expect(await (await openBrowser({ ...person, sessionId: id })).isSignedIn()).toBe(false);
    }
    expect(await here.isSignedIn()).toBe(true);
    expect((await here.ask('POST /account/sessions/end-others')).body).toEqual({ ended: 0 });
    expect(await events(person.teamId)).toHaveLength(1);
  });
});

describe('ending a session', () => {
  it('wants the password of who has not proved for five minutes who they are, and takes no other', async () => {
    const [person, provided] = [await member(), await createPerson(await createTeam())];
    for (const { sessionId: id } of [person, provided]) {
      await db.session.update({ where: { id }, data: { authenticatedAt: new Date(Date.now() - 301_000) } });
    }
    const there = await sessionFor(person.id);
    const elsewhere = await openBrowser({ ...person, sessionId: there.id });
    const [here, without] = [await openBrowser(person), await openBrowser(provided)];
    for (const line of [`DELETE /account/sessions/${there.id}`, 'POST /account/sessions/end-others']) {
      expect(await here.ask(line)).toMatchObject({ status: 403, body: { code: 'password_needed' } });
      const wrong = await here.ask(line, { password: 'wrong' });
      expect(wrong).toMatchObject({ status: 403, body: { data: { reason: 'wrong_password' } } });
      const none = await without.ask(line, { password: '' });
      expect(none).toMatchObject({ status: 403, body: { data: { reason: 'no_password' } } });
    }
    expect(await elsewhere.isSignedIn()).toBe(true);
    expect((await here.ask(`DELETE /account/sessions/${there.id}`, { password })).status).toBe(204);
    await sessionFor(person.id);
    expect((await here.ask('POST /account/sessions/end-others', { password })).body).toEqual({ ended: 1 });
    expect(await elsewhere.isSignedIn()).toBe(false);
    expect((await events(person.teamId)).map(([action, result]) => [action, result])).toEqual([
      ['session.confirmed', 'refused'],
      ['session.confirmed', 'refused'],
      ['session.revoked', 'done'],
      ['session.revoked', 'done'],
    ]);
  });
});

describe('another password', () => {
  it('takes the present one, ends every other session and the cookie that asked, and gives this browser a new one', async () => {
    const person = await member();
    const [before, here] = [await openBrowser(person), await openBrowser(person)];
    const there = await openBrowser({ ...person, sessionId: (await sessionFor(person.id)).id });
    const { status } = await here.ask('POST /account/password', { password, newPassword: 'another password' });
    expect(status).toBe(204);
    expect(await Promise.all([before, there, here].map((browser) => browser.isSignedIn()))).toEqual([
      false,
      false,
      true,
    ]);
    expect(here.setCookies).toHaveLength(1);
    expect(here.setCookies[0]).toMatch(
      /^next-auth\.session-token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const from = new Headers();
    expect(await signIn({ email: person.email, password }, from)).toBeNull();
    expect(await signIn({ email: person.email, password: 'another password' }, from)).not.toBeNull();
    expect(await events(person.teamId)).toEqual([
      ['account.password_changed', 'done', person.id],
      ['session.started', 'done', person.id],
    ]);
  });

  it.each([
    ['a wrong present one', { password: 'wrong', newPassword: 'another password' }, 403, 'wrong_password'],
    ['the same again', { password, newPassword: password }, 400, 'same_password'],
    ['one too short', { password, newPassword: 'short' }, 400, undefined],
    ['one that many use', { password, newPassword: 'Password1' }, 400, 'common_password'],
  ])('is refused for %s', async (_, body, status, reason) => {
    const person = await member();
    const here = await openBrowser(person);
    const refused = await here.ask('POST /account/password', body);
    expect(refused.status).toBe(status);
    expect(refused.body.data.reason).toBe(reason);
    expect(await here.isSignedIn()).toBe(true);
    expect(await signIn({ email: person.email, password }, new Headers())).not.toBeNull();
  });

  it('is refused after ten wrong present ones, even with the right one', async () => {
    const here = await openBrowser(await member());
    const change = (present: string) =>
      here.ask('POST /account/password', { password: present, newPassword: 'another password' });
    const wrong = await Promise.all(Array.from({ length: 12 }, () => change('wrong')));
    expect(wrong.filter(({ status }) => status === 403)).toHaveLength(10);
    expect(await change(password)).toMatchObject({ status: 429 });
  });

  it('is not for who has none, and signs in at a provider', async () => {
    const person = await createPerson(await createTeam());
    const refused = await (
      await openBrowser(person)
    ).ask('POST /account/password', { password: '', newPassword: password });
    expect(refused).toMatchObject({ status: 403, body: { data: { reason: 'no_password' } } });
  });
});
