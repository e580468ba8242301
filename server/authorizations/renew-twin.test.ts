import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { pauseConnection } from '@/server/connections/pause-connection';
import { listTwins } from '@/server/connections/list-twins';
import { runCheck } from '@/server/checks/run-check';
import { openToken } from '@/server/credentials/open-token';
import { addUser } from '@/simulator/control/world';
import { connect } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { compareAuthorization } from './compare-authorization';
import { confirmAuthorization } from './confirm-authorization';
import { getAuthorization } from './find-authorization';
import { renewTwin } from './renew-twin';

const tiktok = useTikTok();
const advertisers = ['7010666682221854732', '7010666682221854733'];

beforeAll(() => {
  for (const key of ['rin', 'sota']) {
    addUser(tiktok.current.world, { key, advertisers: advertisers.map((id) => ({ id })) });
  }
});

async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  const make = async (as: string, more: object = {}) => {
    const { id } = await connect(tiktok.current, operator, app, { as, scopes: ['4', '100'], ...more });
    const { connectionId } = await getAuthorization(operator, { id });
    await runCheck(operator, { id: connectionId!, trigger: 'authorization' });
    return { id, connectionId: connectionId! };
  };
  return { team, operator, app, make, earlier: await make('rin') };
}

async function tokenOf(id: string) {
  const select = { id: true, teamId: true, tokenSealed: true, tokenHash: true } as const;
  const row = await db.connection.findUniqueOrThrow({ where: { id }, select });
  return openToken({ ...row, tokenSealed: row.tokenSealed! });
}

test('twins are standing connections of one TikTok user to one app, in one team', async () => {
  const { operator, make, earlier } = await stage();
  const twins = (id: string) => listTwins(operator, { id });
  const other = await make('sota');
  expect(await twins(earlier.connectionId)).toEqual([]);
  const later = await make('rin');
  await stage();
  expect(await twins(later.connectionId)).toMatchObject([{ id: earlier.connectionId, state: 'healthy' }]);
  expect(await twins(earlier.connectionId)).toMatchObject([{ id: later.connectionId }]);
  expect(await twins(other.connectionId)).toEqual([]);
  await db.connection.update({ where: { id: later.connectionId }, data: { state: 'revoked' } });
  expect(await twins(earlier.connectionId)).toEqual([]);
  const stranger = await createPerson(await createTeam(), 'owner');
  await expect(listTwins(stranger, { id: earlier.connectionId })).rejects.toMatchObject({ code: 'not_found' });
});

test('the new token takes the earlier connection’s place, and the new connection is gone', async () => {
  const { team, operator, make, earlier } = await stage();
  const later = await make('rin');
  const token = await tokenOf(later.connectionId);
  const { connectionId } = earlier;
  expect(await renewTwin(operator, { id: later.id, connectionId })).toMatchObject({
    outcome: 'connected',
    reauthorizes: true,
    connectionId,
  });
  expect(await tokenOf(connectionId)).toBe(token);
  expect(await db.connection.findMany({ where: { teamId: team.id } })).toMatchObject([
    { id: connectionId, state: 'healthy', authorizedCount: 2, advertiserCount: 2 },
  ]);
  const counts = await db.advertiserReach.findMany({ where: { teamId: team.id }, select: { connectionCount: true } });
  expect(counts.map(({ connectionCount }) => connectionCount)).toEqual([1, 1]);
  expect(await db.app.findMany({ where: { teamId: team.id } })).toMatchObject([{ connectionCount: 1 }]);
  const audit = await db.auditEvent.findMany({ where: { teamId: team.id, action: 'connection.moved' } });
  expect(audit).toMatchObject([{ objectId: later.connectionId, data: { into: connectionId } }]);
});

test('a loss waits for a tick, with both tokens kept', async () => {
  const { operator, make, earlier } = await stage();
  const later = await make('rin', { advertiserIds: advertisers.slice(0, 1) });
  const [before, token] = [await tokenOf(earlier.connectionId), await tokenOf(later.connectionId)];
  const { connectionId } = earlier;
  const held = await renewTwin(operator, { id: later.id, connectionId });
  expect(held).toMatchObject({ status: 'comparing', comparison: { identity: 'same', advertisers: { lostCount: 1 } } });
  expect(await tokenOf(connectionId)).toBe(before);
  await confirmAuthorization(operator, { id: later.id, decision: 'replace', acceptLosses: true });
  expect(await tokenOf(connectionId)).toBe(token);
});

test('TikTok silent meanwhile loses nothing: the token waits', async () => {
  const { operator, make, earlier } = await stage();
  const later = await make('rin');
  const token = await tokenOf(later.connectionId);
  for (const endpoint of ['user/info', 'oauth2/advertiser/get']) {
    tiktok.current.world.faults.plan({ endpoint, kind: 'code', code: 50002 });
  }
  const { connectionId } = earlier;
  const held = await renewTwin(operator, { id: later.id, connectionId });
  tiktok.current.world.faults.clear();
  expect(held).toMatchObject({ status: 'comparing', comparison: null });
  await confirmAuthorization(operator, { id: later.id, decision: 'save_as_new', acceptLosses: false });
  const saved = await getAuthorization(operator, { id: later.id });
  expect(await tokenOf(saved.connectionId!)).toBe(token);
});

test.each([
  ['a word about the app', 40101, ['comparing', 'comparing']],
  ['a word about us', 40002, ['comparing', 'comparing']],
  ['one that says the token is dead', 40105, ['comparing', 'refused']],
])('%s does not cost the token, unless it is dead at the second look', async (_, code, statuses) => {
  const { team, operator, make, earlier } = await stage();
  const later = await make('rin');
  const token = await tokenOf(later.connectionId);
  for (const endpoint of ['user/info', 'oauth2/advertiser/get'] as const) {
    tiktok.current.world.faults.plan({ endpoint, kind: 'code', code, times: 2 });
  }
  const held = await renewTwin(operator, { id: later.id, connectionId: earlier.connectionId });
  await compareAuthorization(systemActor(team.id), later.id);
  tiktok.current.world.faults.clear();
  expect([held.status, (await getAuthorization(operator, { id: later.id })).status]).toEqual(statuses);
  if (statuses[1] === 'refused') return;
  await compareAuthorization(systemActor(team.id), later.id);
  expect(await tokenOf(earlier.connectionId)).toBe(token);
});

test('one that somebody paused is not handed out by way of its twin', async () => {
  const { operator, make, earlier } = await stage();
  const later = await make('rin');
  await pauseConnection(operator, { id: later.connectionId });
  const renewed = renewTwin(operator, { id: later.id, connectionId: earlier.connectionId });
  await expect(renewed).rejects.toMatchObject({ code: 'conflict' });
});

test('only the fresh one of a pair is taken, and only into its own twin', async () => {
  const { operator, make, app, earlier } = await stage();
  const [later, other] = [await make('rin'), await make('sota')];
  const renew = (id: string, connectionId: string) => renewTwin(operator, { id, connectionId });
  await expect(renew(later.id, later.connectionId)).rejects.toMatchObject({ code: 'conflict' });
  await expect(renew(later.id, other.connectionId)).rejects.toMatchObject({ code: 'conflict' });
  const again = { as: 'rin', connectionId: later.connectionId, scopes: ['4', '100'] };
  await connect(tiktok.current, operator, app, again);
  await expect(renew(later.id, earlier.connectionId)).rejects.toMatchObject({ code: 'conflict' });
  const strangers = await stage();
  const foreign = renewTwin(strangers.operator, { id: later.id, connectionId: earlier.connectionId });
  await expect(foreign).rejects.toMatchObject({ code: 'not_found' });
  await expect(renew(other.id, strangers.earlier.connectionId)).rejects.toMatchObject({ code: 'not_found' });
  expect(await db.connection.count({ where: { teamId: operator.teamId } })).toBe(3);
});
