import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { keyPermissions, type KeyPermission } from '@/contract/key-words';
import type { Role } from '@/contract/permissions';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Person } from '@/server/auth/actor';
import { hashOfKey, newApiKey, prefixOf } from '@/server/auth/api-key';
import { sessionCookieName } from '@/server/auth/session-cookie';
import { newSessionId } from '@/server/auth/session-id';
import { secretPlace } from '@/server/credentials/secret-place';
import { db } from '@/test/database';
import { newId } from '@/server/database/new-id';
import { env } from '@/server/env';
import { tokenFingerprint } from '@/server/vault/fingerprint';
import { seal } from '@/server/vault/seal';

export type TestTeam = { id: string; slug: string; name: string };

const unique = () => randomBytes(6).toString('hex');
const digits = () =>
  BigInt(`0x${randomBytes(7).toString('hex')}`)
    .toString()
    .padStart(19, '7');

/** A team of its own for each test: nothing another test does can be seen in it. */
export function createTeam(name = `Team ${unique()}`): Promise<TestTeam> {
  return db.team.create({ data: { name, slug: `t-${unique()}` }, select: { id: true, slug: true, name: true } });
}

/** A member with a session that has just proved its password; `passwordHash` lets them sign in for real. */
export async function createPerson(
  team: TestTeam,
  role: Role = 'owner',
  { name = `Person ${unique()}`, passwordHash }: { name?: string; passwordHash?: string } = {},
): Promise<Person> {
  const user = await db.user.create({
    data: { name, email: `${unique()}@example.com`, passwordHash: passwordHash ?? null },
    select: { id: true, name: true, email: true },
  });
  await db.membership.create({ data: { teamId: team.id, userId: user.id, role } });
  return actorOf(team, user, role);
}

/** A person of the database as the actor of a new session. */
async function actorOf(team: TestTeam, user: { id: string; name: string; email: string }, role: Role): Promise<Person> {
  const session = await db.session.create({
    data: { id: newSessionId(), userId: user.id, expiresAt: new Date(Date.now() + 3_600_000) },
    select: { id: true, authenticatedAt: true },
  });
  return {
    kind: 'person',
    ...user,
    teamId: team.id,
    teamSlug: team.slug,
    teamName: team.name,
    role,
    sessionId: session.id,
    authenticatedAt: session.authenticatedAt,
    ip: '192.0.2.1',
    userAgent: 'test',
  };
}

/** The headers of a request from this person's browser, in this team. */
export async function headersOf(person: Pick<Person, 'sessionId' | 'teamSlug'>): Promise<Headers> {
  const cookie = await encode({ token: { sid: person.sessionId }, secret: env().AUTH_SECRET });
  return new Headers({ cookie: `${sessionCookieName()}=${cookie}`, 'x-team': person.teamSlug });
}

type KeyColumns = Partial<Record<'appIds' | 'tagIds' | 'advertiserIds' | 'addressRanges', string[]>> & {
  permissions?: KeyPermission[];
  expiresAt?: Date;
  revokedAt?: Date;
};

/** A key that its maker made: all that a key may have, unless told otherwise. `headers` are those of a request with it. */
export async function createApiKey(
  maker: Pick<Person, 'id' | 'teamId'>,
  { permissions = [...keyPermissions], expiresAt = new Date(Date.now() + 86_400_000), ...columns }: KeyColumns = {},
) {
  const key = newApiKey();
  const data = { permissions, expiresAt, ...columns, prefix: prefixOf(key), keyHash: hashOfKey(key) };
  const { id } = await db.apiKey.create({
    data: { ...data, name: `Key ${unique()}`, teamId: maker.teamId, createdById: maker.id },
    select: { id: true },
  });
  return { id, key, headers: new Headers({ authorization: `Bearer ${key}`, 'x-forwarded-for': '192.0.2.7' }) };
}

export const testSecret = 'e9b4b20c51f74ec4b3e0a1b5c7d88f10aa11bb22';

type AppColumns = {
  name?: string;
  appId?: string | null;
  secret?: string | null;
  redirectUrls?: string[];
  environment?: 'production' | 'sandbox';
};

/** An app that is ready to be used; `secret: null` for one that TikTok still reviews. */
export async function createAppRow(
  team: Pick<TestTeam, 'id'>,
  { name = `App ${unique()}`, appId = digits(), secret = testSecret, redirectUrls, environment }: AppColumns = {},
) {
  const id = newId();
  const teamId = team.id;
  const urls = redirectUrls ?? [`${env().APP_URL}/callback`];
  const sealed =
    secret === null
      ? {}
      : { secretSealed: seal(secret, secretPlace({ teamId, id })), secretHint: '•••', secretSetAt: new Date() };
  return db.app.create({
    data: {
      id,
      teamId,
      name,
      appId,
      ...(environment && { environment }),
      ...sealed,
      redirectUrls: { create: urls.map((url, position) => ({ url, position })) },
    },
  });
}

type ConnectionColumns = {
  name?: string;
  state?: ConnectionState;
  token?: string;
  scopes?: string[];
  advertiserIds?: string[];
  ownerId?: string;
  tiktokUserId?: string;
};

/** A standing grant with a sealed token, reaching the advertisers it is given. */
export async function createConnectionRow(
  team: Pick<TestTeam, 'id'>,
  app: { id: string },
  {
    name = `Connection ${unique()}`,
    state = 'healthy',
    token = `act.${unique()}`,
    scopes = ['4'],
    ...rest
  }: ConnectionColumns = {},
) {
  const id = newId();
  const teamId = team.id;
  const { advertiserIds = [], ownerId, tiktokUserId } = rest;
  const connection = await db.connection.create({
    data: {
      id,
      teamId,
      appId: app.id,
      name,
      state,
      scopes,
      ownerId: ownerId ?? null,
      tiktokUserId: tiktokUserId ?? null,
      advertiserCount: advertiserIds.length,
      inspectedAt: new Date(),
      tokenSealed: seal(token, { table: 'Connection', column: 'tokenSealed', teamId, rowId: id }),
      tokenHash: tokenFingerprint(token),
      tokenHint: '•••',
    },
  });
  await reach(teamId, id, advertiserIds);
  return connection;
}

async function reach(teamId: string, connectionId: string, advertiserIds: string[]): Promise<void> {
  const advertisers = advertiserIds.map((advertiserId) => ({
    teamId,
    advertiserId,
    name: `Advertiser ${advertiserId}`,
  }));
  await db.advertiser.createMany({ data: advertisers, skipDuplicates: true });
  await db.grant.createMany({ data: advertiserIds.map((advertiserId) => ({ teamId, connectionId, advertiserId })) });
}
