import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { compareAuthorization } from '@/server/authorizations/compare-authorization';
import { getAuthorization } from '@/server/authorizations/find-authorization';
import { resumeExchange } from '@/server/authorizations/resume-authorizations';
import { runCheck } from '@/server/checks/run-check';
import { openApp } from '@/server/credentials/open-app';
import { addUser } from '@/simulator/control/world';
import { connect, land, newBrowser, startAuthorization } from './authorize';
import { db } from './database';
import { createPerson, createTeam, testSecret } from './factories';
import { liveConnection } from './live-connection';
import { createKnownApp, useTikTok } from './tiktok';
import { ask } from './two-teams';

const tiktok = useTikTok();
beforeAll(() => void addUser(tiktok.current.world, { key: 'mei', advertisers: [{ id: '7010666682221854799' }] }));

async function stage() {
  const team = await createTeam();
  const owner = await createPerson(team, 'owner');
  const app = await createKnownApp(team);
  const { id: connectionId } = await liveConnection(tiktok.current, team, app);
  const calls = () => tiktok.current.world.traffic.calls.length;
  const enter = () => ask(owner, `PATCH /apps/${app.id}`, { secret: testSecret });
  return { team, owner, app, connectionId, calls, enter };
}

/** What whoever may write to the table can do. */
async function flip(id: string, bit = 300, column: 'secretSealed' | 'priorSecretSealed' = 'secretSealed') {
  const select = { secretSealed: true, priorSecretSealed: true };
  const sealed = new Uint8Array((await db.app.findUniqueOrThrow({ where: { id }, select }))[column]!);
  const at = bit % (sealed.length * 8);
  sealed[at >> 3]! ^= 1 << (at & 7);
  await db.app.update({ where: { id }, data: { [column]: sealed } });
}

const altered = (app: { id: string; name: string }) => ({
  code: 'precondition_failed',
  message: `The stored Secret of “${app.name}” was altered, and is not used. Enter it again in the app.`,
  data: { reason: 'secret_tampered', app: { id: app.id, name: app.name } },
});

test('whichever bit of it was altered, what needs it is refused, says what to do, and asks nothing of TikTok', async () => {
  const { owner, app, connectionId, calls, enter } = await stage();
  const { id } = await startAuthorization(owner, app, null);
  const acts: [string, object][] = [
    [`POST /apps/${app.id}/authorizations`, {}],
    [`GET /authorizations/${id}/url`, {}],
    [`POST /connections/${connectionId}/revoke`, { reason: 'Left' }],
  ];
  const before = calls();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...acts), fc.nat(), async ([act, body], bit) => {
      await flip(app.id, bit);
      const { status, body: said } = await ask(owner, act, body);
      expect([status, JSON.parse(said)]).toEqual([412, altered(app)]);
      expect((await enter()).status).toBe(200);
    }),
    { numRuns: 25 },
  );
  expect(calls()).toBe(before);
  const revoking = { teamId: owner.teamId, action: 'connection.revoking' };
  expect(await db.auditEvent.count({ where: revoking })).toBe(0);
});

test('its connections say so, to a person and in a sweep, until it is entered again', async () => {
  const { team, owner, app, connectionId, calls, enter } = await stage();
  const before = calls();
  await flip(app.id);
  const problem = { state: 'app_problem', problem: { key: 'secret_tampered' } };
  const checked = await ask(owner, `POST /connections/${connectionId}/check`);
  expect([checked.status, JSON.parse(checked.body)]).toMatchObject([200, problem]);
  expect(await runCheck(systemActor(team.id), { id: connectionId, trigger: 'sweep' })).toBe(true);
  expect(calls()).toBe(before);
  await enter();
  const again = await ask(owner, `POST /connections/${connectionId}/check`);
  expect(JSON.parse(again.body)).toMatchObject({ state: 'healthy', problem: null });
});

type Came = { owner: Awaited<ReturnType<typeof stage>>['owner']; id: string; location: string };
const ways: [string, boolean, (came: Came) => Promise<unknown>][] = [
  ['the callback', true, async () => undefined],
  ['a paste', false, ({ owner, location }) => ask(owner, 'POST /authorizations/complete', { pasted: location })],
  [
    'accepting',
    false,
    async ({ owner, id, location }) => {
      await land(location, newBrowser(), null);
      return ask(owner, `POST /authorizations/${id}/accept`);
    },
  ],
];

test.each(ways)('a code that came by %s waits for it, unspent, and then brings its token', async (_, bound, act) => {
  const { team, owner, app, enter } = await stage();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(owner, app, bound ? browser : null);
  const location = tiktok.current.authorize({ url });
  const exchanges = () =>
    tiktok.current.world.traffic.calls.filter(({ endpoint }) => endpoint === 'oauth2/access_token').length;
  const before = exchanges();
  await flip(app.id);
  if (bound) await land(location, browser, owner.id);
  await act({ owner, id, location });
  const waiting = { status: 'claimed', outcome: null, failure: { key: 'secret_tampered' } };
  expect(await getAuthorization(owner, { id })).toMatchObject(waiting);
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await getAuthorization(owner, { id })).toMatchObject(waiting);
  expect(exchanges()).toBe(before);
  await enter();
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await getAuthorization(owner, { id })).toMatchObject({ outcome: 'connected', failure: null });
  expect(exchanges()).toBe(before + 1);
});

test('a code whose hour is over ends as refused: it was never sent, so no token can be lost', async () => {
  const { team, owner, app } = await stage();
  const { id, url } = await startAuthorization(owner, app, null);
  await flip(app.id);
  await ask(owner, 'POST /authorizations/complete', { pasted: tiktok.current.authorize({ url }) });
  await db.authorization.update({ where: { id }, data: { codeAt: new Date(Date.now() - 61 * 60_000) } });
  await resumeExchange({ teamId: team.id, authorizationId: id });
  expect(await getAuthorization(owner, { id })).toMatchObject({
    outcome: 'refused',
    failure: { key: 'secret_tampered' },
  });
});

test('a new token that is held aside to be compared waits for it as well', async () => {
  const { owner, app, enter } = await stage();
  const made = async () => {
    const { id } = await connect(tiktok.current, owner, app, { as: 'mei', scopes: ['4'] });
    const { connectionId } = await getAuthorization(owner, { id });
    await runCheck(owner, { id: connectionId!, trigger: 'authorization' });
    return { id, connectionId: connectionId! };
  };
  const [earlier, later] = [await made(), await made()];
  await flip(app.id);
  const renewed = await ask(owner, `POST /authorizations/${later.id}/renew`, { connectionId: earlier.connectionId });
  expect([renewed.status, JSON.parse(renewed.body)]).toMatchObject([
    200,
    { status: 'comparing', comparison: null, failure: { key: 'secret_tampered' } },
  ]);
  await enter();
  await compareAuthorization(owner, later.id);
  expect(await getAuthorization(owner, { id: later.id })).toMatchObject({ outcome: 'connected', failure: null });
});

test('the secret before the last replacement, altered, is no second try and no obstacle', async () => {
  const { team, owner, app } = await stage();
  const secret = 'f'.repeat(40);
  await ask(owner, `PATCH /apps/${app.id}`, { secret });
  await flip(app.id, 300, 'priorSecretSealed');
  expect(await openApp({ teamId: team.id, id: app.id })).toMatchObject({ secret, priorSecret: null });
});

test('entering it again is on record, and keeps nothing of what was altered', async () => {
  const { team, owner, app, enter } = await stage();
  await flip(app.id);
  await enter();
  expect(await openApp({ teamId: team.id, id: app.id })).toMatchObject({ secret: testSecret, priorSecret: null });
  const replaced = { teamId: owner.teamId, action: 'app.secret_replaced' };
  expect(await db.auditEvent.count({ where: replaced })).toBe(1);
});
