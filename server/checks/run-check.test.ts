import { expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { checkConnection } from '@/server/connections/check-connection';
import { pauseConnection, resumeConnection } from '@/server/connections/pause-connection';
import { narrowToken, revokeToken } from '@/simulator/tokens';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { runCheck } from './run-check';

const tiktok = useTikTok();

async function connected(given: Parameters<typeof liveConnection>[3] = {}) {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const environment = given.sandbox ? 'sandbox' : 'production';
  const app = await createKnownApp(team, { environment });
  const { id, token, user } = await liveConnection(tiktok.current, team, app, given);
  const row = () => db.connection.findUniqueOrThrow({ where: { id } });
  const events = (kind: string) =>
    db.connectionEvent.findMany({ where: { connectionId: id, kind }, orderBy: { id: 'asc' } });
  return { team, operator, app, id, token, user, row, events };
}

test('a check learns whose it is and what it reaches, to the last digit', async () => {
  const { operator, id, user, events } = await connected();
  const seen = await checkConnection(operator, { id });
  expect(seen).toMatchObject({ state: 'healthy', problem: null, lastCheckError: null, advertiserCount: 3 });
  expect(seen.tiktokUser).toMatchObject({ id: user.id, name: '佐藤 花子' });
  expect(seen.lastCheckedAt).not.toBeNull();
  const grants = await db.grant.findMany({ where: { connectionId: id }, include: { advertiser: true } });
  expect(grants.map((grant) => grant.advertiserId).sort()).toEqual([...user.advertiserIds].sort());
  expect(grants.every(({ advertiserId }) => BigInt(advertiserId) > 2n ** 53n)).toBe(true);
  expect(grants[0]?.advertiser).toMatchObject({ currency: 'JPY', status: 'STATUS_ENABLE', timezone: 'Asia/Tokyo' });
  expect(await events('reach_changed')).toMatchObject([{ data: { gainedCount: 3, lostCount: 0 } }]);
  expect(await events('state_changed')).toEqual([]);
});

test('a reach of thousands is kept in parts, and told once', async () => {
  const advertiserIds = Array.from({ length: 1_500 }, (_, at) => String(7_310_666_682_221_854_722n + BigInt(at)));
  const { operator, id, events } = await connected({ advertiserIds });
  expect(await checkConnection(operator, { id })).toMatchObject({ advertiserCount: 1_500 });
  expect(await events('reach_changed')).toMatchObject([{ data: { gainedCount: 1_500, lostCount: 0 } }]);
  expect(await db.check.count({ where: { connectionId: id } })).toBe(1);
});

test('a dead token is shown broken after one check by a person, and recovery says so', async () => {
  const { operator, id, token, row, events } = await connected();
  revokeToken(token);
  expect(await checkConnection(operator, { id })).toMatchObject({
    state: 'auth_broken',
    problem: { key: 'token_rejected', code: 40105 },
    lastCheckError: null,
  });
  token.alive = true;
  expect(await checkConnection(operator, { id })).toMatchObject({ state: 'healthy', problem: null });
  expect((await row()).suspectedAt).toBeNull();
  expect((await events('state_changed')).map(({ data }) => data)).toMatchObject([
    { from: 'healthy', to: 'auth_broken', failure: { code: 40105 } },
    { from: 'auth_broken', to: 'healthy', failure: null },
  ]);
  const where = { objectId: id, action: 'connection.checked' };
  const audit = await db.auditEvent.findMany({ where, orderBy: { sequence: 'asc' } });
  expect(audit.map(({ data }) => data)).toMatchObject([{ state: 'auth_broken', code: 40105 }, { state: 'healthy' }]);
});

test('a sweep suspects first, and believes it a minute later', async () => {
  const { team, id, token, row } = await connected();
  const check = () => runCheck(systemActor(team.id), { id, trigger: 'sweep' });
  revokeToken(token);
  expect(await check()).toBe(false);
  expect(await row()).toMatchObject({ state: 'healthy', lastCheckError: { code: 40105 } });
  await db.connection.update({ where: { id }, data: { suspectedAt: new Date(Date.now() - 60_000) } });
  expect(await check()).toBe(true);
  expect(await row()).toMatchObject({ state: 'auth_broken', lastCheckError: null });
  expect(await db.auditEvent.count({ where: { objectId: id } })).toBe(0);
});

test('trouble at TikTok changes nothing but what is told beside the state', async () => {
  const { operator, id, events } = await connected();
  const { faults } = tiktok.current.world;
  for (const fault of [
    { kind: 'code', code: 50002 },
    { kind: 'html' },
    { kind: 'reset' },
    { kind: 'status', status: 503 },
  ] as const) {
    for (const endpoint of ['user/info', 'oauth2/advertiser/get']) faults.plan({ endpoint, ...fault });
    expect(await checkConnection(operator, { id })).toMatchObject({
      state: 'healthy',
      lastCheckError: { key: expect.any(String) },
    });
    faults.clear();
  }
  expect(await events('state_changed')).toEqual([]);
  expect(await checkConnection(operator, { id })).toMatchObject({ state: 'healthy', lastCheckError: null });
  expect(await db.check.count({ where: { connectionId: id, state: null } })).toBe(4);
});

test('TikTok that does not answer costs a person five seconds at most', async () => {
  const { operator, id } = await connected();
  tiktok.current.world.faults.plan({ endpoint: 'user/info', kind: 'hang' });
  const startedAt = Date.now();
  const seen = await checkConnection(operator, { id });
  expect(Date.now() - startedAt).toBeLessThan(5_000);
  expect(seen).toMatchObject({ state: 'healthy', lastCheckError: { key: 'timeout' } });
});

test('a withdrawn permission degrades, a secret that was reset is the app’s problem', async () => {
  const { operator, id, app, token } = await connected();
  narrowToken(token, { scopes: ['10'] });
  expect(await checkConnection(operator, { id })).toMatchObject({
    state: 'degraded',
    problem: { key: 'permission_missing', code: 40001 },
    advertiserCount: 3,
  });
  const known = tiktok.current.world.apps.get(app.appId)!;
  known.secret = 'another';
  expect(await checkConnection(operator, { id })).toMatchObject({ state: 'app_problem', problem: { code: 40101 } });
});

test('advertisers lost and gained at TikTok become a difference', async () => {
  const { operator, id, token, user, events } = await connected();
  await checkConnection(operator, { id });
  narrowToken(token, { advertiserIds: [user.advertiserIds[0]!] });
  expect(await checkConnection(operator, { id })).toMatchObject({ state: 'healthy', advertiserCount: 2 });
  expect((await events('reach_changed')).at(-1)?.data).toMatchObject({
    lostCount: 1,
    lost: [{ advertiserId: user.advertiserIds[0], name: '青山コスメ 公式' }],
  });
});

test('the sandbox is verified by its person alone, and keeps the grants that were entered', async () => {
  const { operator, id, team } = await connected({ sandbox: true });
  await db.advertiser.create({ data: { teamId: team.id, advertiserId: '7010666682221854722' } });
  await db.grant.create({ data: { teamId: team.id, connectionId: id, advertiserId: '7010666682221854722' } });
  expect(await checkConnection(operator, { id })).toMatchObject({
    state: 'healthy',
    tiktokUser: { name: '佐藤 花子' },
  });
  expect(await db.grant.count({ where: { connectionId: id } })).toBe(1);
});

test('a paused connection stays paused, and returns to what was found meanwhile', async () => {
  const { operator, id, token } = await connected();
  await pauseConnection(operator, { id });
  revokeToken(token);
  expect((await checkConnection(operator, { id })).state).toBe('paused');
  expect((await resumeConnection(operator, { id })).state).toBe('auth_broken');
});

test('an answer about a token that was replaced meanwhile is dropped', async () => {
  const { operator, id, token, row } = await connected();
  revokeToken(token);
  tiktok.current.world.faults.slow(300, 'user/info');
  const checking = checkConnection(operator, { id });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await db.connection.update({ where: { id }, data: { tokenHash: new Uint8Array([1]) } });
  await checking;
  tiktok.current.world.faults.clear();
  expect(await row()).toMatchObject({ state: 'healthy', lastCheckedAt: null });
});

test('a revoked connection, another team’s and one that is not cannot be checked', async () => {
  const { operator, team, id, row } = await connected();
  const stranger = await createPerson(await createTeam(), 'owner');
  const missing = checkConnection(operator, { id: team.id }).catch((error: Error) => error.message);
  const foreign = checkConnection(stranger, { id }).catch((error: Error) => error.message);
  expect(await foreign).toBe(await missing);
  await db.connection.update({ where: { id }, data: { state: 'revoked', tokenSealed: null, tokenHash: null } });
  await expect(checkConnection(operator, { id })).rejects.toMatchObject({ code: 'precondition_failed' });
  expect((await row()).lastCheckedAt).toBeNull();
});
