import { expect, test, vi } from 'vitest';
import { checkConnection } from '@/server/connections/check-connection';
import { revokeToken } from '@/simulator/tokens';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { listEvents } from './list-events';
import { listLosses } from './list-losses';
import { revokeConnection } from './revoke-connection';

const tiktok = useTikTok();
const reason = 'Contract ended';

async function connected() {
  const team = await createTeam();
  const admin = await createPerson(team, 'admin');
  const app = await createKnownApp(team);
  const make = async (as = 'sato') => {
    const live = await liveConnection(tiktok.current, team, app, { as });
    await checkConnection(admin, live);
    return live;
  };
  const audit = (id: string) =>
    db.auditEvent.findMany({
      where: { objectId: id, action: { startsWith: 'connection.revok' } },
      orderBy: { sequence: 'asc' },
    });
  return { team, admin, app, make, audit, ...(await make()) };
}

test('ends the grant at TikTok, then here: the token is erased, its advertisers let go', async () => {
  const { admin, id, token, audit } = await connected();
  const seen = await revokeConnection(admin, { id, reason });
  expect(seen).toMatchObject({ state: 'revoked', advertiserCount: 0, problem: null, revokedAt: expect.any(String) });
  expect(token.alive).toBe(false);
  const select = { tokenSealed: true, tokenHash: true, tokenHint: true };
  expect(await db.connection.findUniqueOrThrow({ where: { id }, select })).toMatchObject({
    tokenSealed: null,
    tokenHash: null,
  });
  expect(seen.tokenHint).not.toBeNull();
  expect((await audit(id)).map((row) => [row.action, row.reason, row.result])).toEqual([
    ['connection.revoking', reason, 'done'],
    ['connection.revoked', reason, 'done'],
  ]);
  const { rows } = await listEvents(admin, { id, limit: 10 });
  expect(rows[0]).toMatchObject({
    kind: 'revoked',
    actor: admin.name,
    data: { reason, alreadyDead: false, lastTokens: 3, lostCount: 3, from: 'healthy' },
  });
});

test('a token that is dead already counts as revoked', async () => {
  const { admin, id, token } = await connected();
  revokeToken(token);
  expect((await revokeConnection(admin, { id, reason })).state).toBe('revoked');
});

test('revoked twice, and twice at once, is revoked once', async () => {
  const { admin, id, make, audit } = await connected();
  const calls = () => tiktok.current.world.traffic.count('oauth2/revoke_token');
  await revokeConnection(admin, { id, reason });
  const before = calls();
  expect((await revokeConnection(admin, { id, reason })).state).toBe('revoked');
  expect(calls()).toBe(before);

  const other = await make();
  const both = await Promise.all([1, 2].map(() => revokeConnection(admin, { id: other.id, reason })));
  expect(both.map(({ state }) => state)).toEqual(['revoked', 'revoked']);
  expect((await audit(other.id)).filter(({ action }) => action === 'connection.revoked')).toHaveLength(1);
  expect(await db.connectionEvent.count({ where: { connectionId: other.id, kind: 'revoked' } })).toBe(1);
  const counts = await db.advertiserReach.findMany({ where: { teamId: admin.teamId } });
  expect(counts.every(({ connectionCount }) => connectionCount === 0)).toBe(true);
});

test.each([
  ['refuses', { kind: 'code', code: 40113 } as const, 'app_blocked'],
  ['is down', { kind: 'code', code: 50002 } as const, 'tiktok_trouble'],
  ['breaks off', { kind: 'reset' } as const, 'cut_off'],
])('where TikTok %s nothing changes, and it says so', async (_, fault, key) => {
  const { admin, id, token, audit } = await connected();
  tiktok.current.world.faults.plan({ endpoint: 'oauth2/revoke_token', ...fault });
  await expect(revokeConnection(admin, { id, reason })).rejects.toMatchObject({
    code: 'upstream',
    data: { classification: { key } },
  });
  expect(await db.connection.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'healthy',
    advertiserCount: 3,
  });
  expect((await audit(id)).at(-1)).toMatchObject({ action: 'connection.revoked', result: 'failed', data: { key } });
  expect(token.alive).toBe(true);
  expect((await revokeConnection(admin, { id, reason })).state).toBe('revoked');
});

test('a token that was replaced meanwhile is not erased with the old one', async () => {
  const { admin, id } = await connected();
  tiktok.current.world.faults.slow(2_000, 'oauth2/revoke_token');
  const revoking = revokeConnection(admin, { id, reason });
  await vi.waitFor(() =>
    db.auditEvent.findFirstOrThrow({ where: { teamId: admin.teamId, objectId: id, action: 'connection.revoking' } }),
  );
  await db.connection.update({ where: { id }, data: { tokenHash: new Uint8Array([1]) } });
  await expect(revoking).rejects.toMatchObject({ code: 'conflict' });
  tiktok.current.world.faults.clear();
  expect((await db.connection.findUniqueOrThrow({ where: { id } })).state).toBe('healthy');
});

test('says which advertisers lose their last token: those no working connection reaches besides', async () => {
  const { admin, id, user, make } = await connected();
  const losses = async () => (await listLosses(admin, { id, limit: 10 })).rows.map(({ advertiserId }) => advertiserId);
  expect((await losses()).sort()).toEqual([...user.advertiserIds].sort());
  const suzuki = await make('suzuki');
  expect(await losses()).toEqual(user.advertiserIds.filter((each) => !suzuki.user.advertiserIds.includes(each)));
  revokeToken(suzuki.token);
  await checkConnection(admin, suzuki);
  expect(await losses()).toHaveLength(3);
  await revokeConnection(admin, { id: suzuki.id, reason });
  expect(await losses()).toHaveLength(3);
});

test('another team’s connection is as missing as none', async () => {
  const { id, team } = await connected();
  const stranger = await createPerson(await createTeam(), 'owner');
  const refusal = (of: string) => revokeConnection(stranger, { id: of, reason }).catch((error: Error) => error.message);
  expect(await refusal(id)).toBe(await refusal(team.id));
});
