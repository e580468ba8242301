import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { hashPassword } from '@/server/auth/password';
import type { Role } from '@/contract/permissions';
import { record } from '@/server/audit/record';
import { systemActor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { env } from '@/server/env';
import { newTotpKey, sealTotpKey } from '@/server/auth/totp';
import { rewrapKeys } from '@/server/vault/rotation/rewrap-keys';
import type { ReceivedMail } from '@/test/mail-server';
import type { ProviderPerson } from '@/test/openid-provider';
import { openSession } from '@/test/open-session';

export type Facts = { dataDir: string; databaseUrl: string };
export type Member = { id: string; name: string; email: string; cookie: { name: string; value: string } };
export type NewTeam = { id: string; slug: string };

/** Servers that are not ours. */
type Outside = {
  mailTo: (address: string) => Promise<ReceivedMail>;
  knowAtProvider: (person: ProviderPerson) => void;
};

/** What no operation of the product does yet: teams of their own for the tests, with somebody in each role. */
export function openBackstage(port: number, facts: Facts, { mailTo, knowAtProvider }: Outside): Server {
  const acts: Record<string, (input: never) => Promise<unknown>> = {
    'GET /ready': async () => ({ ready: true }),
    'GET /facts': async () => facts,
    'POST /teams': createTeam,
    'POST /members': createMember,
    'POST /connections': fillConnections,
    'POST /factors': giveFactor,
    'POST /tampering': tamper,
    'POST /tampering/secret': alterSecret,
    'POST /tampering/token': putTokenBack,
    'POST /seals': wearKey,
    'POST /wrapping': wrapOtherwise,
    'POST /mail': ({ to }: { to: string }) => mailTo(to),
    'POST /provider': async (person: ProviderPerson) => knowAtProvider(person) ?? {},
  };
  return createServer(async (request, response) => {
    const act = acts[`${request.method} ${request.url}`];
    try {
      const input = (request.method === 'POST' ? await json(request) : undefined) as never;
      const body = JSON.stringify(await act?.(input));
      response.writeHead(act ? 200 : 404).end(body);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }).listen(port, '127.0.0.1');
}

const unique = () => randomBytes(4).toString('hex');

function createTeam({ name, slug = `team-${unique()}` }: { name: string; slug?: string }): Promise<NewTeam> {
  return db.$transaction(async (tx) => {
    // A test that is tried again has its slug anew.
    await tx.team.updateMany({ where: { slug }, data: { slug: `former-${unique()}` } });
    const team = await tx.team.create({ data: { name, slug }, select: { id: true, slug: true } });
    await record(tx, systemActor(team.id), 'team.created', { kind: 'team', id: team.id, name });
    return team;
  });
}

/** What whoever owns the database can do to an event. */
async function tamper({ teamId, sequence }: { teamId: string; sequence: number }) {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only`;
    await tx.$executeRaw`
      UPDATE "AuditEvent" SET "actorName" = 'Nobody' WHERE "teamId" = ${teamId}::uuid AND sequence = ${sequence}`;
    await tx.$executeRaw`ALTER TABLE "AuditEvent" ENABLE ALWAYS TRIGGER append_only`;
  });
  return {};
}

/** The sealed Secret of an app, cut short past the product. */
async function alterSecret({ appId }: { appId: string }) {
  await db.$executeRaw`
    UPDATE "App" SET "secretSealed" = substring("secretSealed" FOR 40) WHERE id = ${appId}::uuid`;
  return {};
}

/** A connection that was revoked has a token and its digest again. */
async function putTokenBack({ connectionId }: { connectionId: string }) {
  const [tokenSealed, tokenHash] = [randomBytes(60), randomBytes(32)];
  await db.$executeRaw`
    UPDATE "Connection" SET "tokenSealed" = ${tokenSealed}, "tokenHash" = ${tokenHash}
    WHERE id = ${connectionId}::uuid AND state = 'revoked'`;
  return {};
}

/** As if every data key had sealed so often. */
async function wearKey({ seals }: { seals: number }) {
  await db.$executeRaw`UPDATE "DataKey" SET seals = ${seals}`;
  return {};
}

/** As if ENCRYPTION_KEYS had begun with its last key so far. */
async function wrapOtherwise() {
  const masterKeys = env().ENCRYPTION_KEYS.toReversed();
  return db.$transaction((tx) => rewrapKeys(tx, masterKeys));
}

type Wish = { teamId: string; role: Role; name: string; password?: string };

async function createMember({ teamId, role, name, password }: Wish): Promise<Member> {
  const user = await db.user.create({
    data: { name, email: `${unique()}@example.com`, passwordHash: password ? await hashPassword(password) : null },
    select: { id: true, name: true, email: true },
  });
  await db.membership.create({ data: { teamId, userId: user.id, role } });
  return { ...user, cookie: await openSession(user) };
}

/** A second factor, of somebody whose sessions proved an hour ago who they are. */
async function giveFactor({ id }: { id: string }): Promise<{ secret: string }> {
  const [secret, anHourAgo] = [newTotpKey(), new Date(Date.now() - 3_600_000)];
  await db.user.update({ where: { id }, data: { totpSealed: sealTotpKey(id, secret), totpEnabledAt: new Date() } });
  await db.session.updateMany({ where: { userId: id }, data: { authenticatedAt: anHourAgo } });
  return { secret };
}

/** Connections by the thousand, of every state, named `Connection 00001` and on; without tokens or grants. */
async function fillConnections({ teamId, appId, count }: { teamId: string; appId: string; count: number }) {
  await db.$executeRaw`
    INSERT INTO "Connection" (id, "teamId", "appId", name, state, scopes, "advertiserCount", "inspectedAt", "lastCheckedAt", "updatedAt")
    SELECT gen_random_uuid(), ${teamId}::uuid, ${appId}::uuid, 'Connection ' || lpad(n::text, 5, '0'),
      (enum_range(NULL::"ConnectionState"))[1 + n % 7], ARRAY['4'], n % 97, now(), now() - n * interval '1 minute', now()
    FROM generate_series(1, ${count}::int) AS n`;
  return { count };
}
