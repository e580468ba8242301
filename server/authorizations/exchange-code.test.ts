import { expect, test, vi } from 'vitest';
import { updateApp } from '@/server/apps/update-app';
import { systemActor } from '@/server/auth/actor';
import { exchange } from '@/server/tiktok/exchange';
import { openApp } from '@/server/credentials/open-app';
import { connect, newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam, testSecret } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { claim, endLeases } from './claim';
import { getAuthorization } from './find-authorization';
import { drainJournal } from './drain-journal';
import { endAuthorization } from './end-authorization';
import { exchangeCode } from './exchange-code';
import { keptReplies, openJournal } from './journal';
import { resumeAuthorizations, resumeExchange } from './resume-authorizations';

const tiktok = useTikTok();

async function stage() {
  const team = await createTeam();
  return { team, operator: await createPerson(team, 'operator'), app: await createKnownApp(team) };
}

/** The job's turn, without its pause. */
async function tryAgain(teamId: string, authorizationId: string) {
  await db.authorization.update({ where: { id: authorizationId }, data: { leaseUntil: new Date(0) } });
  await resumeExchange({ teamId, authorizationId });
}

const fail = (fault: object) =>
  tiktok.current.world.faults.plan({ endpoint: 'oauth2/access_token', times: 1, ...fault } as never);
const statusOf = async (teamId: string, id: string) => (await getAuthorization(systemActor(teamId), { id })).status;

test('trouble at TikTok is tried again, and the same code then brings its token', async () => {
  const { team, operator, app } = await stage();
  fail({ kind: 'code', code: 50002 });
  const { id } = await connect(tiktok.current, operator, app);
  expect(await getAuthorization(operator, { id })).toMatchObject({
    status: 'claimed',
    tries: 1,
    failure: { key: 'tiktok_trouble', code: 50002 },
  });
  await tryAgain(team.id, id);
  expect(await statusOf(team.id, id)).toBe('connected');
});

test('an answer lost after TikTok used the code is told as that, and never as success or silence', async () => {
  const { team, operator, app } = await stage();
  fail({ kind: 'reset', consume: true });
  const { id } = await connect(tiktok.current, operator, app);
  expect(await statusOf(team.id, id)).toBe('claimed');
  await tryAgain(team.id, id);
  expect(await getAuthorization(operator, { id })).toMatchObject({
    outcome: 'lost',
    failure: { key: 'lost_in_flight' },
  });
});

test.for([
  [40110, 'code_spent'],
  [40113, 'app_blocked'],
  [40124, 'developer_pending'],
  [40002, 'invalid_request'],
] as const)('TikTok’s %i settles the authorization as refused: %s', async ([code, key]) => {
  const { operator, app } = await stage();
  fail({ kind: 'code', code });
  const { id } = await connect(tiktok.current, operator, app);
  expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'refused', failure: { key, code } });
});

test('while TikTok switches to a replaced secret, the one before it is tried', async () => {
  const { team, operator, app } = await stage();
  const admin = await createPerson(team, 'admin');
  await updateApp(admin, { id: app.id, secret: testSecret.replaceAll('b', 'c') });
  const { id } = await connect(tiktok.current, operator, app);
  expect(await statusOf(team.id, id)).toBe('connected');
});

test('so it is where TikTok says of the new one that the app may not', async () => {
  const { team, operator, app } = await stage();
  await updateApp(await createPerson(team, 'admin'), { id: app.id, secret: testSecret.replaceAll('b', 'd') });
  const endpoint = 'oauth2/access_token';
  tiktok.current.world.faults.plan({ endpoint, appId: app.appId, kind: 'code', code: 40113, times: 1 });
  const { id } = await connect(tiktok.current, operator, app);
  expect(await statusOf(team.id, id)).toBe('connected');
});

async function claimed() {
  const { team, operator, app } = await stage();
  const { id, url } = await startAuthorization(operator, app, newBrowser());
  const code = new URL(tiktok.current.authorize({ url })).searchParams.get('auth_code')!;
  const actor = systemActor(team.id);
  const journal = await openJournal(team.id, id);
  const claimed = await claim(actor, { id, code }, 'claimed');
  return { team, actor, app, id, code, journal, claimed: claimed! };
}

test('a process that dies before asking TikTok loses nothing: the code is asked again', async () => {
  const { team, id, journal } = await claimed();
  await journal.close();
  await db.authorization.update({ where: { id }, data: { leaseUntil: new Date(0) } });
  await resumeAuthorizations();
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await statusOf(team.id, id)).toBe('connected');
});

test('a process that dies with the answer on its disk loses nothing: the answer becomes a token, once', async () => {
  const { team, app, id, code, journal } = await claimed();
  const { host, appId, secret } = await openApp({ teamId: team.id, id: app.id });
  await journal.keep(await exchange(host, { appId, secret }, code));
  await journal.close();
  await drainJournal();
  await drainJournal();
  expect(await statusOf(team.id, id)).toBe('connected');
  expect(await db.connection.count({ where: { teamId: team.id } })).toBe(1);
  expect((await keptReplies()).filter((kept) => kept.authorizationId === id)).toEqual([]);
});

test('an answer that turns up after its authorization was given up as lost is saved all the same', async () => {
  const { team, actor, app, id, code, journal } = await claimed();
  const { host, appId, secret } = await openApp({ teamId: team.id, id: app.id });
  await journal.keep(await exchange(host, { appId, secret }, code));
  await journal.close();
  await endAuthorization(actor, id, { from: ['claimed'], to: 'lost' });
  await drainJournal();
  expect(await statusOf(team.id, id)).toBe('connected');
});

test('while another process holds the lease, nobody else trades the code', async () => {
  const { team, id, journal } = await claimed();
  await journal.close();
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await statusOf(team.id, id)).toBe('claimed');
  await endLeases();
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await statusOf(team.id, id)).toBe('connected');
});

test('a code that nobody accepted within its hour is wiped', async () => {
  const { team, operator, app } = await stage();
  const { id, url } = await startAuthorization(operator, app, null);
  const code = new URL(tiktok.current.authorize({ url })).searchParams.get('auth_code')!;
  await claim(systemActor(team.id), { id, code }, 'quarantined');
  await db.authorization.update({ where: { id }, data: { codeAt: new Date(Date.now() - 61 * 60_000) } });
  await resumeAuthorizations();
  const row = await db.authorization.findUniqueOrThrow({ where: { id }, select: { status: true, codeSealed: true } });
  expect(row).toEqual({ status: 'expired', codeSealed: null });
});

test('a disk that fails under the answer does not cost the token', async () => {
  const { team, actor, id, journal, claimed: ours } = await claimed();
  const keep = () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  await exchangeCode(actor, ours, { ...journal, keep });
  await journal.close();
  expect(await statusOf(team.id, id)).toBe('connected');
});

test.for([40110, 40113, 40101, 40999])(
  'a refusal with %i after silence is no refusal of what was lost',
  async (code) => {
    const { team, operator, app } = await stage();
    fail({ kind: 'reset', consume: true });
    const { id } = await connect(tiktok.current, operator, app);
    fail({ kind: 'code', code });
    await tryAgain(team.id, id);
    expect(await getAuthorization(operator, { id })).toMatchObject({ outcome: 'lost', failure: { code } });
  },
);

test('one answer that cannot be saved does not hold up the others', async () => {
  const { team, app, id, code, journal } = await claimed();
  const { host, appId, secret } = await openApp({ teamId: team.id, id: app.id });
  await journal.keep(await exchange(host, { appId, secret }, code));
  await journal.close();
  const broken = vi.spyOn(await import('./keep-token'), 'keepToken').mockRejectedValueOnce(new Error('constraint'));
  await expect(drainJournal()).resolves.toBeUndefined();
  broken.mockRestore();
  await drainJournal();
  expect(await statusOf(team.id, id)).toBe('connected');
});
