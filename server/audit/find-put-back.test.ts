import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { getAuthorization } from '@/server/authorizations/find-authorization';
import { revealToken } from '@/server/connections/reveal-token';
import { revokeConnection } from '@/server/connections/revoke-connection';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { addUser } from '@/simulator/control/world';
import { record } from './record';
import { verifyAudit } from './verify-audit';

const tiktok = useTikTok();
const advertisers = ['7010666682221854722', '7010666682221854723'];

beforeAll(() => {
  addUser(tiktok.current.world, { key: 'hanako', advertisers: advertisers.map((id) => ({ id })) });
});

async function stage() {
  const team = await createTeam();
  await db.$transaction((tx) => record(tx, systemActor(team.id), 'team.created', { kind: 'team', id: team.id }));
  const [admin, app] = [await createPerson(team, 'admin'), await createKnownApp(team)];
  const authorize = async (connectionId?: string) => {
    const { id } = await connect(tiktok.current, admin, app, { as: 'hanako', connectionId });
    return (await getAuthorization(admin, { id })).connectionId!;
  };
  return { team, admin, app, authorize };
}

const columns = { name: true, tokenSealed: true, tokenHash: true, tokenHint: true } as const;
const read = (id: string) => db.connection.findUniqueOrThrow({ where: { id }, select: columns });
const put = (id: string, row: Awaited<ReturnType<typeof read>>) => db.connection.update({ where: { id }, data: row });

test('an earlier token that was put back with its digest is named, until it is the newest again', async () => {
  const { admin, authorize } = await stage();
  const id = await authorize();
  const other = await authorize();
  const earlier = await read(id);
  expect(await authorize(id)).toBe(id);
  const newest = await read(id);
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ done: true, fault: null, putBack: [] });

  await put(id, earlier);
  const expected = { done: true, fault: null, putBack: [{ kind: 'connection', id, name: earlier.name }] };
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject(expected);
  await put(id, newest);
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [] });
  expect(other).not.toBe(id);
});

test('so is one that was put back after it had been revoked', async () => {
  const { admin, authorize } = await stage();
  const id = await authorize();
  const earlier = await read(id);
  await revokeConnection(admin, { id, reason: 'ended' });
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [] });
  await put(id, earlier);
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [{ id }] });
});

test('so is one that was put back without a digest, which nobody uses', async () => {
  const { admin, authorize } = await stage();
  const id = await authorize();
  const earlier = await read(id);
  await revokeConnection(admin, { id, reason: 'ended' });
  await put(id, { ...earlier, tokenHash: null });
  await db.connection.update({ where: { id }, data: { state: 'healthy' } });
  await expect(revealToken(admin, { id })).rejects.toMatchObject({ data: { reason: 'tampered' } });
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [{ id }] });
});

test('one that came by import is believed until it is re-authorized, and an import put back is not', async () => {
  const { team, admin, app, authorize } = await stage();
  const { id } = await liveConnection(tiktok.current, team, app, { as: 'hanako' });
  const imported = await read(id);
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [] });
  await db.connection.update({ where: { id }, data: { tiktokUserId: tiktok.current.world.findUser('hanako')!.id } });
  expect(await authorize(id)).toBe(id);
  await put(id, imported);
  expect(await verifyAudit(admin, { after: '0' })).toMatchObject({ putBack: [{ id }] });
});

test('what the audit says of a token does not tell the token, nor that another connection has the same', async () => {
  const { team, authorize } = await stage();
  await authorize();
  await authorize();
  const events = await db.auditEvent.findMany({ where: { teamId: team.id, action: 'connection.authorized' } });
  const digests = events.map(({ data }) => (data as { tokenDigest: string }).tokenDigest);
  expect(new Set(digests).size).toBe(2);
  for (const digest of digests) expect(digest).toMatch(/^[\da-f]{32}$/);
});

test('of however many connections each is looked at', async () => {
  const { team, app } = await stage();
  await db.$executeRaw`
    INSERT INTO "Connection" (id, "teamId", "appId", name, state, "tokenHash", "updatedAt")
    SELECT gen_random_uuid(), ${team.id}::uuid, ${app.id}::uuid, 'n', 'healthy', sha256(n::text::bytea), now()
    FROM generate_series(1, 4001) n`;
  const rows = await db.connection.findMany({
    where: { teamId: team.id },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const revoked = [0, 1999, 2000, 4000].map((at) => rows[at]!);
  await db.$transaction(async (tx) => {
    for (const { id } of revoked)
      await record(tx, systemActor(team.id), 'connection.revoked', { kind: 'connection', id, name: 'n' });
  });
  expect(await verifyAudit(await createPerson(team), { after: '0' })).toMatchObject({
    putBack: revoked.map(({ id }) => ({ id })),
  });
});
