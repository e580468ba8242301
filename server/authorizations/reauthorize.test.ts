import { beforeAll, expect, test } from 'vitest';
import { connect, land, newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { addUser } from '@/simulator/control/world';
import { openToken } from '@/server/credentials/open-token';
import { authorization } from '@/contract/authorizations';
import { runCheck } from '@/server/checks/run-check';
import { cancelAuthorization } from './cancel-authorization';
import { confirmAuthorization } from './confirm-authorization';
import { compareAuthorization } from './compare-authorization';
import { createAuthorization } from './create-authorization';
import { getAuthorization } from './find-authorization';

const tiktok = useTikTok();
const advertisers = ['7010666682221854722', '7010666682221854723', '7010666682221854724'];

beforeAll(() => {
  for (const key of ['hanako', 'kenji']) {
    addUser(tiktok.current.world, { key, advertisers: advertisers.map((id) => ({ id })) });
  }
});

/** A connection of Hanako's that reaches three advertisers, checked once. */
async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const app = await createKnownApp(team);
  const { id } = await connect(tiktok.current, operator, app, { as: 'hanako', scopes: ['4', '100'] });
  const { connectionId } = await getAuthorization(operator, { id });
  await runCheck(operator, { id: connectionId!, trigger: 'authorization' });
  const again = (more: object) =>
    connect(tiktok.current, operator, app, { connectionId: connectionId!, scopes: ['4', '100'], ...more });
  return { team, operator, app, connectionId: connectionId!, again };
}

async function tokenOf(id: string) {
  const row = await db.connection.findUniqueOrThrow({
    where: { id },
    select: { id: true, teamId: true, tokenSealed: true, tokenHash: true },
  });
  return openToken({ ...row, tokenSealed: row.tokenSealed! });
}

test('the same person losing nothing: the token is replaced in place, the id stays', async () => {
  const { operator, connectionId, again } = await stage();
  const before = await tokenOf(connectionId);
  const { id } = await again({ as: 'hanako' });
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected', connectionId });
  expect(await tokenOf(connectionId)).not.toBe(before);
  expect(await db.connection.findUniqueOrThrow({ where: { id: connectionId } })).toMatchObject({
    state: 'healthy',
    authorizedCount: 2,
    advertiserCount: 3,
  });
});

test('losses wait for a tick, and the old token is used until then', async () => {
  const { operator, connectionId, again } = await stage();
  const before = await tokenOf(connectionId);
  const { id } = await again({ as: 'hanako', advertiserIds: advertisers.slice(0, 1), scopes: ['100'] });
  const { comparison, status, failure } = authorization.parse(await getAuthorization(operator, { id }));
  expect({ status, failure }).toEqual({ status: 'comparing', failure: null });
  expect(comparison).toMatchObject({
    identity: 'same',
    canReplace: true,
    advertisers: { kept: 1, gainedCount: 0, lostCount: 2 },
    scopes: { kept: ['100'], gained: [], lost: ['4'] },
  });
  expect(await tokenOf(connectionId)).toBe(before);
  const replace = { id, decision: 'replace' as const };
  await expect(confirmAuthorization(operator, { ...replace, acceptLosses: false })).rejects.toMatchObject({
    data: { reason: 'losses_unconfirmed' },
  });
  expect(await confirmAuthorization(operator, { ...replace, acceptLosses: true })).toMatchObject({
    outcome: 'connected',
  });
  expect(await tokenOf(connectionId)).not.toBe(before);
});

test('replaced by a token that reaches nothing, it is not called healthy', async () => {
  const { operator, connectionId, again } = await stage();
  const { id } = await again({ as: 'hanako', advertiserIds: [] });
  await confirmAuthorization(operator, { id, decision: 'replace', acceptLosses: true });
  expect(await db.connection.findUniqueOrThrow({ where: { id: connectionId } })).toMatchObject({
    state: 'degraded',
    problem: { key: 'no_advertisers' },
    advertiserCount: 0,
  });
});

test('another TikTok user changes nothing: both are named, and the token can only become a connection of its own', async () => {
  const { team, operator, connectionId, again } = await stage();
  const before = await tokenOf(connectionId);
  const { id } = await again({ as: 'kenji' });
  const { comparison } = await getAuthorization(operator, { id });
  expect(comparison).toMatchObject({ identity: 'different', canReplace: false });
  expect(comparison!.previous!.id).not.toBe(comparison!.next!.id);
  await expect(confirmAuthorization(operator, { id, decision: 'replace', acceptLosses: true })).rejects.toMatchObject({
    data: { reason: 'other_identity' },
  });
  const saved = await confirmAuthorization(operator, { id, decision: 'save_as_new', acceptLosses: false });
  expect(saved.connectionId).not.toBe(connectionId);
  expect(await tokenOf(connectionId)).toBe(before);
  expect(await db.connection.count({ where: { teamId: team.id } })).toBe(2);
});

test('a token held aside can be dropped, and nothing of it stays', async () => {
  const { operator, again } = await stage();
  const { id } = await again({ as: 'kenji' });
  expect(await cancelAuthorization(operator, { id })).toMatchObject({ outcome: 'cancelled', comparison: null });
  const row = await db.authorization.findUniqueOrThrow({
    where: { id },
    select: { tokenSealed: true, candidate: true },
  });
  expect(row).toEqual({ tokenSealed: null, candidate: null });
});

test('two people settling it at once: one does', async () => {
  const { operator, again } = await stage();
  const { id } = await again({ as: 'hanako', advertiserIds: advertisers.slice(0, 1) });
  const settle = () => confirmAuthorization(operator, { id, decision: 'replace', acceptLosses: true });
  const settled = await Promise.allSettled([settle(), settle()]);
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a connection is re-authorized with its own app only, and in its own team only', async () => {
  const { team, operator, connectionId } = await stage();
  const other = await createKnownApp(team);
  await expect(startAuthorization(operator, other, newBrowser(), { connectionId })).rejects.toMatchObject({
    code: 'conflict',
  });
  const strangers = await createTeam();
  const stranger = await createPerson(strangers, 'owner');
  const theirs = await createKnownApp(strangers);
  await expect(
    createAuthorization(stranger, { id: theirs.id, connectionId, bound: false, expiresInMinutes: 60 }, null),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('what would be lost is what was shown: where that has changed, it is shown again', async () => {
  const { operator, connectionId, again } = await stage();
  const first = await again({ as: 'hanako', advertiserIds: advertisers.slice(0, 1) });
  await again({ as: 'hanako', scopes: ['4', '100', '10'] });
  const token = await tokenOf(connectionId);
  const confirm = () => confirmAuthorization(operator, { id: first.id, decision: 'replace', acceptLosses: true });
  await expect(confirm()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'comparison_changed' } });
  expect(await tokenOf(connectionId)).toBe(token);
  const { comparison } = await getAuthorization(operator, { id: first.id });
  expect(comparison).toMatchObject({ advertisers: { lostCount: 2 }, scopes: { lost: ['10'] } });
  await confirm();
  expect(await tokenOf(connectionId)).not.toBe(token);
});

test('TikTok in trouble while comparing decides nothing; the comparison follows when it is back', async () => {
  const { operator, app, connectionId } = await stage();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser, { connectionId });
  for (const endpoint of ['user/info', 'oauth2/advertiser/get']) {
    tiktok.current.world.faults.plan({ endpoint, times: 2, kind: 'code', code: 50002 });
  }
  await land(tiktok.current.authorize({ url, user: 'hanako', scopes: ['4', '100'] }), browser, operator.id);
  expect(await getAuthorization(operator, { id })).toMatchObject({ status: 'comparing', comparison: null });
  tiktok.current.world.faults.clear();
  await compareAuthorization(operator, id);
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'connected' });
});
