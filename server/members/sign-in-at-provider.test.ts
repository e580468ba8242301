import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '@/server/auth/actor';
import type { Claims } from '@/server/auth/openid';

const [slug, second] = [`p-${randomUUID()}`, `q-${randomUUID()}`];
Object.assign(process.env, {
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_CLIENT_ID: 'grantboard',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_NAME: 'Example ID',
  OIDC_GROUP_ROLES: `${slug}/ops=operator;${slug}/admins=admin;${second}/ops=auditor;nowhere/ops=owner`,
});

const { hashPassword } = await import('@/server/auth/password');
const { readClaims } = await import('@/server/auth/openid');
const { isRecent } = await import('@/server/auth/recent-password');
const { db } = await import('@/test/database');
const { createAppRow, createConnectionRow, createPerson, createTeam, headersOf } = await import('@/test/factories');
const { signInAtProvider } = await import('./sign-in-at-provider');

let team: { id: string; slug: string; name: string };
let owner: Person;

beforeEach(async () => {
  for (const old of await db.team.findMany({ where: { slug: { in: [slug, second] } }, select: { id: true } })) {
    await db.team.update({ where: { id: old.id }, data: { slug: `was-${randomUUID()}` }, select: { id: true } });
  }
  const data = { name: 'Provided', slug };
  team = await db.team.create({ data, select: { id: true, slug: true, name: true } });
  await db.team.create({ data: { name: 'Second', slug: second }, select: { id: true } });
  owner = await createPerson(team, 'owner');
});

const somebody = (given: Partial<Claims> = {}): Claims => ({
  issuer: 'https://id.example.com',
  subject: randomUUID(),
  verifiedEmail: `${randomUUID()}@example.com`,
  name: '花子',
  authenticatedAt: null,
  groups: ['ops'],
  ...given,
});
const come = async (claims: Claims, headers = new Headers()) => {
  const id = await signInAtProvider(claims, headers);
  return db.session.findUniqueOrThrow({ where: { id }, include: { user: { include: { memberships: true } } } });
};
const roleIn = (userId: string, teamId = team.id) =>
  db.membership.findUnique({ where: { teamId_userId: { teamId, userId } } }).then((found) => found?.role ?? null);
const refusal = (reason: string) => expect.objectContaining({ code: 'forbidden', data: { reason } });

describe('somebody for the first time', () => {
  it('becomes a person with the roles of their groups, and is found by subject from then on', async () => {
    const claims = somebody({ groups: ['ops', 'admins', 'others'] });
    const { user } = await come(claims);
    expect(user).toMatchObject({ name: '花子', email: claims.verifiedEmail });
    expect([await roleIn(user.id), user.memberships.length]).toEqual(['admin', 2]);
    const again = await come({ ...claims, verifiedEmail: `${randomUUID()}@example.com` });
    expect(again.userId).toBe(user.id);
    const events = await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['member.joined', 'Example ID'],
      ['session.started', '花子'],
      ['session.started', '花子'],
    ]);
  });

  it.each([
    ['whose address the provider does not vouch for', { verifiedEmail: null }, 'email_unverified'],
    ['whose address is two', { verifiedEmail: 'a@example.com,b@example.com' }, 'email_unverified'],
    ['whose groups give them nothing', { groups: ['others'] }, 'no_team'],
  ])('is refused %s, and leaves nothing', async (_, given, reason) => {
    const claims = somebody(given);
    await expect(come(claims)).rejects.toEqual(refusal(reason));
    expect(await db.user.count({ where: { email: claims.verifiedEmail ?? '' } })).toBe(0);
  });
});

describe('an account that there is', () => {
  it('with a password is linked only in a browser that is signed in to it', async () => {
    const person = await createPerson(team, 'operator', { passwordHash: await hashPassword('correct horse') });
    const claims = somebody({ verifiedEmail: person.email.toUpperCase() });
    await expect(come(claims)).rejects.toEqual(refusal('link_first'));
    await expect(come(claims, await headersOf(owner))).rejects.toEqual(refusal('link_first'));
    expect((await come(claims, await headersOf(person))).userId).toBe(person.id);
    expect((await come(claims)).userId).toBe(person.id);
    expect(await db.auditEvent.count({ where: { teamId: team.id, action: 'account.linked' } })).toBe(1);
    expect(await db.session.findUniqueOrThrow({ where: { id: person.sessionId } })).not.toMatchObject({
      revokedAt: null,
    });
  });

  it('without one is linked by its address, once: another subject with that address is refused', async () => {
    const person = await createPerson(team, 'operator');
    expect((await come(somebody({ verifiedEmail: person.email }))).userId).toBe(person.id);
    await expect(come(somebody({ verifiedEmail: person.email }))).rejects.toEqual(refusal('other_subject'));
  });

  it('has proved who it is when the provider says so, and not by what the provider does not say', async () => {
    const claims = somebody();
    const proved = async (authenticatedAt: Date | null) => (await come({ ...claims, authenticatedAt })).authenticatedAt;
    const before = new Date(Date.now() - 3_600_000);
    expect(await proved(before)).toEqual(before);
    expect(isRecent(await proved(null))).toBe(false);
    expect(isRecent(await proved(new Date()))).toBe(true);
  });

  it('keeps its second factor', async () => {
    const claims = somebody();
    const { userId, awaitsCode } = await come(claims);
    expect(awaitsCode).toBe(false);
    await db.user.update({ where: { id: userId }, data: { totpEnabledAt: new Date() } });
    expect((await come(claims)).awaitsCode).toBe(true);
  });
});

describe('groups', () => {
  it('change the role at the next sign-in, and take the membership away with what it owned handed over', async () => {
    const claims = somebody({ groups: ['admins'] });
    const { userId } = await come(claims);
    await come({ ...claims, groups: ['ops'] });
    expect(await roleIn(userId)).toBe('operator');
    const connection = await createConnectionRow(team, await createAppRow(team), { ownerId: userId });
    await come({ ...claims, groups: [] });
    expect(await roleIn(userId)).toBeNull();
    expect(await db.connection.findUniqueOrThrow({ where: { id: connection.id } })).toMatchObject({
      ownerId: owner.id,
    });
  });

  it('leave the last owner, and teams that no group is given a role in, as they are', async () => {
    const elsewhere = await createTeam();
    await db.membership.create({ data: { teamId: elsewhere.id, userId: owner.id, role: 'auditor' } });
    for (const groups of [[], ['ops']]) {
      await come(somebody({ verifiedEmail: owner.email, groups, subject: owner.id }));
      expect(await roleIn(owner.id)).toBe('owner');
      expect(await roleIn(owner.id, elsewhere.id)).toBe('auditor');
    }
  });
});

describe('what the provider says', () => {
  const said = {
    iss: 'https://id.example.com/',
    sub: 's',
    email: 'a@example.com',
    email_verified: true,
    groups: 'ops',
  };

  it('is read as it is meant', () => {
    const { authenticatedAt, ...claims } = readClaims({ ...said, auth_time: 1_700_000_000, name: ' Hanako ' });
    expect(claims).toEqual({
      issuer: 'https://id.example.com',
      subject: 's',
      verifiedEmail: 'a@example.com',
      name: 'Hanako',
      groups: ['ops'],
    });
    expect(authenticatedAt).toEqual(new Date(1_700_000_000_000));
    expect(readClaims({ ...said, email_verified: 'true' }).verifiedEmail).toBe('a@example.com');
    expect(readClaims({ ...said, auth_time: 99_999_999_999 }).authenticatedAt!.getTime()).toBeLessThanOrEqual(
      Date.now(),
    );
  });

  it.each([false, undefined, 'false', 'yes'])('vouches for no address with email_verified %o', (verified) => {
    expect(readClaims({ ...said, email_verified: verified }).verifiedEmail).toBeNull();
  });

  it.each([{ ...said, iss: 'https://evil.example' }, { ...said, sub: '' }, { ...said, sub: 7 }, null])(
    'is refused as %o',
    (profile) => expect(() => readClaims(profile)).toThrow(expect.objectContaining({ code: 'forbidden' })),
  );
});
