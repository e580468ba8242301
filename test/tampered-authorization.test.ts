import { beforeAll, expect, test } from 'vitest';
import { getAuthorization } from '@/server/authorizations/find-authorization';
import { resumeExchange } from '@/server/authorizations/resume-authorizations';
import { db } from '@/test/database';
import { addUser } from '@/simulator/control/world';
import { connect, land, newBrowser, startAuthorization } from './authorize';
import { createPerson, createTeam } from './factories';
import { createKnownApp, useTikTok } from './tiktok';
import { ask } from './two-teams';

const tiktok = useTikTok();
beforeAll(() => {
  const advertisers = ['7010666682221854801', '7010666682221854802'].map((id) => ({ id }));
  addUser(tiktok.current.world, { key: 'rin', advertisers });
});

async function stage() {
  const team = await createTeam();
  const owner = await createPerson(team, 'owner');
  return { team, owner, app: await createKnownApp(team) };
}

const exchanges = () =>
  tiktok.current.world.traffic.calls.filter(({ endpoint }) => endpoint === 'oauth2/access_token').length;

/** What whoever may write to the table can do. */
async function flip(id: string, column: 'codeSealed' | 'stateSealed' | 'tokenSealed') {
  const select = { codeSealed: true, stateSealed: true, tokenSealed: true };
  const sealed = new Uint8Array((await db.authorization.findUniqueOrThrow({ where: { id }, select }))[column]!);
  sealed[40]! ^= 1;
  await db.authorization.update({ where: { id }, data: { [column]: sealed } });
}

/** A code that came, was kept, and was altered before a member accepted it. */
async function altered() {
  const of = await stage();
  const { id, url } = await startAuthorization(of.owner, of.app, null);
  await land(tiktok.current.authorize({ url }), newBrowser(), null);
  await flip(id, 'codeSealed');
  return { ...of, id };
}

const lastEvent = (id: string) =>
  db.auditEvent.findFirst({
    where: { objectId: id },
    orderBy: { sequence: 'desc' },
    select: { action: true, result: true, data: true },
  });

test('a code that was altered before it was sent is refused as soon as it is needed, and nothing is lost', async () => {
  const { owner, id } = await altered();
  const before = exchanges();
  const { status, body } = await ask(owner, `POST /authorizations/${id}/accept`);
  expect([status, JSON.parse(body)]).toMatchObject([200, { outcome: 'refused', failure: { key: 'code_tampered' } }]);
  expect(exchanges()).toBe(before);
  const told = { action: 'authorization.refused', result: 'failed', data: { key: 'code_tampered' } };
  expect(await lastEvent(id)).toMatchObject(told);
});

test('one that may have been sent before is lost', async () => {
  const { team, owner, id } = await altered();
  await db.authorization.update({ where: { id }, data: { status: 'claimed', leaseUntil: new Date(0) } });
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await getAuthorization(owner, { id })).toMatchObject({ outcome: 'lost', failure: { key: 'code_tampered' } });
  expect(await lastEvent(id)).toMatchObject({ action: 'authorization.lost', result: 'failed' });
});

test('a token held aside that was altered is lost, and the connection keeps the one it has', async () => {
  const { owner, app } = await stage();
  const first = await connect(tiktok.current, owner, app, { as: 'rin' });
  const { connectionId } = await getAuthorization(owner, { id: first.id });
  const columns = { tokenHash: true, authorizedCount: true };
  const read = () => db.connection.findUniqueOrThrow({ where: { id: connectionId! }, select: columns });
  const before = await read();
  const { id } = await connect(tiktok.current, owner, app, {
    as: 'rin',
    connectionId: connectionId!,
    advertiserIds: ['7010666682221854801'],
  });
  expect(await getAuthorization(owner, { id })).toMatchObject({ status: 'comparing' });
  await flip(id, 'tokenSealed');
  const { body } = await ask(owner, `POST /authorizations/${id}/confirm`, { decision: 'replace', acceptLosses: true });
  expect(JSON.parse(body)).toMatchObject({ outcome: 'lost', failure: { key: 'tampered' } });
  expect(await read()).toEqual(before);
});

test('an Authorized URL whose state was altered is not told, and one that was copied before still works', async () => {
  const { owner, app } = await stage();
  const { id, url } = await startAuthorization(owner, app, null);
  await flip(id, 'stateSealed');
  const { status, body } = await ask(owner, `GET /authorizations/${id}/url`);
  expect([status, JSON.parse(body)]).toMatchObject([412, { data: { reason: 'tampered' } }]);
  await land(tiktok.current.authorize({ url }), newBrowser(), null);
  const accepted = await ask(owner, `POST /authorizations/${id}/accept`);
  expect(JSON.parse(accepted.body)).toMatchObject({ outcome: 'connected' });
});
