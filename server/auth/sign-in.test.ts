import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { hashPassword, isPassword } from './password';
import { demandRecentPassword } from './recent-password';
import { signIn } from './sign-in';
import { startSession } from './start-session';

const password = 'correct horse battery';
const member = async () => createPerson(await createTeam(), 'operator', { passwordHash: await hashPassword(password) });
const from = (ip: string = randomUUID()) => new Headers({ 'x-forwarded-for': ip, 'user-agent': 'a browser' });

describe('signing in', () => {
  it('starts a new session each time, and records it in the team', async () => {
    const person = await member();
    const given = { email: person.email.toUpperCase().replace('@', '＠'), password };
    const [first, second] = [await signIn(given, from('192.0.2.7')), await signIn(given, from())];
    expect(first).not.toBe(second);
    const session = await db.session.findUniqueOrThrow({ where: { id: first! } });
    expect(session).toMatchObject({ userId: person.id, ip: '192.0.2.7', userAgent: 'a browser' });
    const events = await db.auditEvent.findMany({ where: { teamId: person.teamId }, select: { action: true } });
    expect(events).toEqual([{ action: 'session.started' }, { action: 'session.started' }]);
  });

  it('ends the session that the same person had in that browser, and nobody else’s', async () => {
    const [person, other] = [await member(), await member()];
    const stands = async ({ sessionId }: { sessionId: string }) =>
      (await db.session.findUniqueOrThrow({ where: { id: sessionId } })).revokedAt === null;
    for (const here of [person, other]) await signIn({ email: person.email, password }, await headersOf(here));
    expect([await stands(person), await stands(other)]).toEqual([false, true]);
  });

  it('opens nothing where how they sign in was changed since the password was looked at', async () => {
    const person = await member();
    const { passwordHash } = await db.user.findUniqueOrThrow({
      where: { id: person.id },
      select: { passwordHash: true },
    });
    const proved = { passwordHash, totpEnabledAt: null };
    const changes = [
      { passwordHash: await hashPassword('another one altogether') },
      { passwordHash, totpEnabledAt: new Date() },
    ];
    for (const data of changes) {
      await db.user.update({ where: { id: person.id }, data });
      const started = startSession(person, from(), { proved });
      await expect(started).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    await db.user.update({ where: { id: person.id }, data: proved });
    expect(await startSession(person, from(), { proved })).toMatch(/./);
  });

  it('goes on from no first step that was ended', async () => {
    const person = await member();
    await db.session.updateMany({ where: { userId: person.id }, data: { revokedAt: new Date() } });
    const started = startSession(person, from(), { continues: person.sessionId });
    await expect(started).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await db.session.count({ where: { userId: person.id, revokedAt: null } })).toBe(0);
  });

  it('says the same of a wrong password, an unknown address and an account without a password', async () => {
    const person = await member();
    const noPassword = await createPerson(await createTeam());
    expect(await signIn({ email: person.email, password: 'wrong' }, from())).toBeNull();
    expect(await signIn({ email: `${randomUUID()}@example.com`, password }, from())).toBeNull();
    expect(await signIn({ email: noPassword.email, password: '' }, from())).toBeNull();
  });

  it('checks no more than ten guesses at once for an account, right or wrong, wherever they come from', async () => {
    const person = await member();
    const guess = () => signIn({ email: person.email, password: 'wrong' }, from());
    const endings = await Promise.allSettled(Array.from({ length: 40 }, guess));
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await expect(signIn({ email: person.email, password }, from())).rejects.toMatchObject({ code: 'rate_limited' });
  });

  it('lets no stranger lock an owner out of where the owner has been', async () => {
    const person = await member();
    const home = '198.51.100.7';
    await signIn({ email: person.email, password }, from(home));
    for (let guess = 0; guess < 11; guess++)
      await signIn({ email: person.email, password: 'wrong' }, from()).catch(() => null);
    await expect(signIn({ email: person.email, password }, from())).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await signIn({ email: person.email, password }, from(home))).not.toBeNull();
  });

  it('checks at most a hundred guesses from one network', async () => {
    const ip = '203.0.113.200';
    const guess = () => signIn({ email: `${randomUUID()}@example.com`, password: '' }, from(ip));
    const endings = await Promise.allSettled(Array.from({ length: 110 }, guess));
    expect(endings.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
  });
});

describe('a proof of who it is', () => {
  it('is wanted again after five minutes', async () => {
    const person = await member();
    const minutesAgo = (count: number) => ({ ...person, authenticatedAt: new Date(Date.now() - count * 60_000) });
    expect(() => demandRecentPassword(minutesAgo(4.9))).not.toThrow();
    expect(() => demandRecentPassword(minutesAgo(5.1))).toThrow(expect.objectContaining({ code: 'password_needed' }));
  });
});

describe('a password', () => {
  it('is Argon2id at the strength that is asked for, salted', async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it('is the same however the keyboard composed it', async () => {
    expect(await isPassword('ガードパスワード', await hashPassword('ガードパスワード'.normalize('NFD')))).toBe(true);
  });

  it('is never hashed when it is huge', async () => {
    await expect(hashPassword('a'.repeat(1025))).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(hashPassword('パ'.repeat(400))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(await isPassword('a'.repeat(10_000_000), await hashPassword(password))).toBe(false);
  });
});
