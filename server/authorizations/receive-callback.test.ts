import { expect, test } from 'vitest';
import { connect, land, newBrowser, startAuthorization } from '@/test/authorize';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { getAuthorization } from './find-authorization';

const tiktok = useTikTok();

async function stage() {
  const team = await createTeam();
  return { team, operator: await createPerson(team, 'operator'), app: await createKnownApp(team) };
}

const exchangesOf = (location: string) =>
  tiktok.current.world.codes.get(new URL(location).searchParams.get('auth_code')!)?.exchanges;

test('a callback becomes a connection with its advertisers and scopes, ids above 2^53 unchanged', async () => {
  const { operator, app } = await stage();
  const scopes = ['4', '7043626160646946818', '7294180478502830081', '10'];
  const { id, location } = await connect(tiktok.current, operator, app, { scopes });

  const done = await getAuthorization(operator, { id });
  expect(done).toMatchObject({ status: 'connected', outcome: 'connected', failure: null });
  const connection = await db.connection.findUniqueOrThrow({
    where: { id: done.connectionId! },
    include: { grants: true },
  });
  const token = [...tiktok.current.world.tokens.values()].find(({ authCode }) => location.includes(authCode!))!;
  expect(connection.scopes.toSorted()).toEqual(scopes.toSorted());
  expect(connection.grants.map(({ advertiserId }) => advertiserId).toSorted()).toEqual(token.advertiserIds.toSorted());
  expect(connection).toMatchObject({
    state: 'healthy',
    ownerId: operator.id,
    advertiserCount: token.advertiserIds.length,
  });
});

test('what is kept of an ended authorization is neither its code nor its state', async () => {
  const { operator, app } = await stage();
  const { id } = await connect(tiktok.current, operator, app);
  const row = await db.authorization.findUniqueOrThrow({
    where: { id },
    select: { codeSealed: true, stateSealed: true, bindingHash: true, tokenSealed: true },
  });
  expect(row).toEqual({ codeSealed: null, stateSealed: null, bindingHash: null, tokenSealed: null });
});

test('fifty callbacks at once, for each of twenty authorizations, make twenty exchanges and twenty tokens', async () => {
  const { team, operator, app } = await stage();
  const attempts = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const browser = newBrowser();
      const { id, url } = await startAuthorization(operator, app, browser);
      return { id, browser, location: tiktok.current.authorize({ url }) };
    }),
  );
  const hits = attempts.flatMap((attempt) => Array.from({ length: 50 }, () => attempt));
  const endings = await Promise.all(
    hits.map(({ location, browser }) => land(location, { ...browser, cookies: new Map(browser.cookies) }, operator.id)),
  );
  expect(endings).toEqual(hits.map(({ id }) => ({ authorizationId: id })));
  expect(attempts.map(({ location }) => exchangesOf(location))).toEqual(Array.from({ length: 20 }, () => 1));
  expect(await db.connection.count({ where: { teamId: team.id } })).toBe(20);
}, 60_000);

test('a second hit shows the first one’s result and asks TikTok nothing', async () => {
  const { operator, app } = await stage();
  const { id, location, browser } = await connect(tiktok.current, operator, app);
  expect(await land(location, browser, operator.id)).toEqual({ authorizationId: id });
  expect(exchangesOf(location)).toBe(1);
});

test('another browser is refused, and leaves the attempt as it was', async () => {
  const { operator, app } = await stage();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser);
  const location = tiktok.current.authorize({ url });

  expect(await land(location, newBrowser(), operator.id)).toEqual({ page: 'other-browser' });
  const forged = newBrowser();
  forged.cookies.set(`authorization-${id}`, new URL(url).searchParams.get('state')!);
  expect(await land(location, forged, operator.id)).toEqual({ page: 'other-browser' });
  expect(exchangesOf(location)).toBe(0);
  expect((await getAuthorization(operator, { id })).status).toBe('pending');

  await land(location, browser, operator.id);
  expect((await getAuthorization(operator, { id })).status).toBe('connected');
});

test('a code of one app brought with the state of another is refused by TikTok, and nothing is stored', async () => {
  const apps = [];
  for (let n = 0; n < 4; n++) apps.push(await stage());
  for (const mine of apps) {
    for (const theirs of apps.filter((one) => one !== mine)) {
      const foreign = await startAuthorization(theirs.operator, theirs.app, newBrowser());
      const code = new URL(tiktok.current.authorize({ url: foreign.url })).searchParams.get('auth_code')!;
      const browser = newBrowser();
      const { id, url } = await startAuthorization(mine.operator, mine.app, browser);
      const mixed = new URL(tiktok.current.authorize({ url }));
      for (const name of ['auth_code', 'code']) mixed.searchParams.set(name, code);
      await land(mixed.href, browser, mine.operator.id);
      expect(await getAuthorization(mine.operator, { id })).toMatchObject({ status: 'refused', connectionId: null });
      expect((await getAuthorization(theirs.operator, { id: foreign.id })).status).toBe('pending');
    }
    expect(await db.connection.count({ where: { teamId: mine.operator.teamId } })).toBe(0);
  }
});

test('whoever loads an address in another browser again and again fills no audit with it', async () => {
  const { operator, app } = await stage();
  const { id, url } = await startAuthorization(operator, app, newBrowser());
  const location = tiktok.current.authorize({ url });
  for (let n = 0; n < 25; n++) expect(await land(location, newBrowser(), null)).toEqual({ page: 'other-browser' });
  const where = { objectId: id, action: 'authorization.binding_mismatch' };
  expect(await db.auditEvent.count({ where })).toBe(10);
});

test('the right browser, but signed out or somebody else: the code is kept until a member accepts it', async () => {
  const { team, operator, app } = await stage();
  const colleague = await createPerson(team, 'operator');
  for (const userId of [null, colleague.id]) {
    const browser = newBrowser();
    const { id, url } = await startAuthorization(operator, app, browser);
    const location = tiktok.current.authorize({ url });
    await land(location, browser, userId);
    expect((await getAuthorization(operator, { id })).status).toBe('quarantined');
    expect(exchangesOf(location)).toBe(0);
  }
});

test('whoever started it may no longer: the code is kept until a member accepts it', async () => {
  const { team, operator, app } = await stage();
  const lowered = () =>
    db.membership.updateMany({ where: { teamId: team.id, userId: operator.id }, data: { role: 'auditor' } });
  const wantsFactor = () => db.team.update({ where: { id: team.id }, data: { totpNeededBy: 'everybody' } });
  for (const change of [wantsFactor, lowered]) {
    const browser = newBrowser();
    const { id, url } = await startAuthorization(operator, app, browser);
    const location = tiktok.current.authorize({ url });
    await change();
    await land(location, browser, operator.id);
    expect((await getAuthorization(operator, { id })).status).toBe('quarantined');
    expect(exchangesOf(location)).toBe(0);
    await db.team.update({ where: { id: team.id }, data: { totpNeededBy: 'nobody' } });
  }
});

test('a copied Authorized URL waits for a member, unless the team takes its answer at once', async () => {
  const { team, operator, app } = await stage();
  for (const [acceptCopiedUrls, status] of [
    [false, 'quarantined'],
    [true, 'connected'],
  ] as const) {
    await db.team.update({ where: { id: team.id }, data: { acceptCopiedUrls } });
    const { id, url } = await startAuthorization(operator, app, null);
    await land(tiktok.current.authorize({ url }), newBrowser(), null);
    expect((await getAuthorization(operator, { id })).status).toBe(status);
  }
});

test('a callback without a code is a cancelled attempt; one without a state belongs to nobody', async () => {
  const { operator, app } = await stage();
  const browser = newBrowser();
  const { id, state } = await startAuthorization(operator, app, browser);
  expect(await land(`http://x/callback?state=${state}`, browser, operator.id)).toEqual({ authorizationId: id });
  expect((await getAuthorization(operator, { id })).status).toBe('cancelled');
  expect(await land('http://x/callback?auth_code=abc', browser, operator.id)).toEqual({ page: 'unknown' });
  expect(await land('http://x/callback', browser, operator.id)).toEqual({ page: 'cancelled' });
});

test('an authorization that has run out is ended, its code untouched', async () => {
  const { operator, app } = await stage();
  const browser = newBrowser();
  const { id, url } = await startAuthorization(operator, app, browser);
  await db.authorization.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  const location = tiktok.current.authorize({ url });
  await land(location, browser, operator.id);
  expect((await getAuthorization(operator, { id })).status).toBe('expired');
  expect(exchangesOf(location)).toBe(0);
});

test('no ad account ticked is an outcome of its own, and its token is not lost', async () => {
  const { operator, app } = await stage();
  const { id } = await connect(tiktok.current, operator, app, { advertiserIds: [] });
  const done = await getAuthorization(operator, { id });
  expect(done).toMatchObject({ outcome: 'no_advertisers', failure: { key: 'no_advertisers' } });
  expect(await db.connection.findUniqueOrThrow({ where: { id: done.connectionId! } })).toMatchObject({
    state: 'degraded',
  });
});
