import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { env } from '@/server/env';
import { db } from '@/test/database';
import { createPerson, createTeam, headersOf } from '@/test/factories';
import { endSession } from './end-session';
import { findActor } from './find-actor';

const hours = (count: number) => new Date(Date.now() - count * 3_600_000);

describe('the team', () => {
  it('is the one that is named', async () => {
    const team = await createTeam();
    const person = await createPerson(team, 'operator');
    await expect(findActor(await headersOf(person), team.slug)).resolves.toMatchObject({
      kind: 'person',
      id: person.id,
      teamId: team.id,
      role: 'operator',
      sessionId: person.sessionId,
    });
  });

  it('is the only one where none is named', async () => {
    const person = await createPerson(await createTeam());
    await expect(findActor(await headersOf(person), null)).resolves.toMatchObject({ teamId: person.teamId });
  });

  it('has to be named among several', async () => {
    const person = await createPerson(await createTeam());
    const other = await createTeam();
    await db.membership.create({ data: { teamId: other.id, userId: person.id, role: 'auditor' } });
    await expect(findActor(await headersOf(person), null)).rejects.toMatchObject({
      code: 'invalid_input',
      data: { teams: [person.teamSlug, other.slug].sort() },
    });
    await expect(findActor(await headersOf(person), other.slug)).resolves.toMatchObject({ role: 'auditor' });
  });

  it('of others is not there, and neither is one that does not exist', async () => {
    const person = await createPerson(await createTeam());
    const other = await createTeam();
    const ask = async (slug: string) => findActor(await headersOf(person), slug).catch((error: Error) => error.message);
    expect(await ask(other.slug)).toBe(await ask('no-such-team'));
    expect(await ask('no\0team')).toBe(await ask('no-such-team'));
    await expect(findActor(await headersOf(person), other.slug)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is left at once by who is removed, and a new role holds at once', async () => {
    const person = await createPerson(await createTeam(), 'owner');
    const where = { teamId_userId: { teamId: person.teamId, userId: person.id } };
    await db.membership.update({ where, data: { role: 'auditor' } });
    await expect(findActor(await headersOf(person), null)).resolves.toMatchObject({ role: 'auditor' });
    await db.membership.delete({ where });
    await expect(findActor(await headersOf(person), person.teamSlug)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the session', () => {
  const refused = { code: 'unauthenticated' };

  it('ends at once, and is in the audit log', async () => {
    const person = await createPerson(await createTeam());
    await endSession(person.sessionId);
    await expect(findActor(await headersOf(person), null)).rejects.toMatchObject(refused);
    const events = await db.auditEvent.findMany({ where: { teamId: person.teamId } });
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([['session.ended', person.id]]);
  });

  it.each([
    ['after twelve hours without a request', { lastSeenAt: hours(12.01) }],
    ['after its absolute end', { expiresAt: hours(0.01) }],
  ])('ends %s', async (_, data) => {
    const person = await createPerson(await createTeam());
    await db.session.update({ where: { id: person.sessionId }, data });
    await expect(findActor(await headersOf(person), null)).rejects.toMatchObject(refused);
  });

  it('is seen, at most once a minute', async () => {
    const person = await createPerson(await createTeam());
    const seen = async (lastSeenAt: Date) => {
      await db.session.update({ where: { id: person.sessionId }, data: { lastSeenAt } });
      await findActor(await headersOf(person), null);
      return (await db.session.findUniqueOrThrow({ where: { id: person.sessionId } })).lastSeenAt > lastSeenAt;
    };
    expect(await seen(new Date(Date.now() - 30_000))).toBe(false);
    expect(await seen(new Date(Date.now() - 90_000))).toBe(true);
  });

  it.each(['', 'nonsense', 'a.b.c.d.e'])('is nobody’s with the cookie %j', async (cookie) => {
    const headers = new Headers({ cookie: `next-auth.session-token=${cookie}` });
    await expect(findActor(headers, null)).rejects.toMatchObject(refused);
  });

  it('is nobody’s with a cookie of another secret, or without our id', async () => {
    const { sessionId } = await createPerson(await createTeam());
    const cookies = await Promise.all([
      encode({ token: { sid: sessionId }, secret: 'another secret of at least 32 characters' }),
      encode({ token: { sub: sessionId }, secret: env().AUTH_SECRET }),
      encode({ token: { sid: 'x' }, secret: env().AUTH_SECRET }),
    ]);
    for (const cookie of cookies) {
      const headers = new Headers({ cookie: `next-auth.session-token=${cookie}` });
      await expect(findActor(headers, null)).rejects.toMatchObject(refused);
    }
  });
});
