import { beforeEach, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { reserveCalls } from '@/server/budget/reserve-calls';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { describeConnection } from './describe-connection';
import { runCheck } from './run-check';

const tiktok = useTikTok();
const message = 'Due to too many requests, requests from App are temporarily restricted.';
const minuteMs = 60_000;

beforeEach(() => tiktok.current.world.faults.clear());

async function askedTooOften(endpoint: string) {
  const team = await createTeam();
  const app = await createKnownApp(team);
  const { id, user } = await liveConnection(tiktok.current, team, app);
  tiktok.current.world.faults.plan({ kind: 'code', code: 40100, message, endpoint, appId: app.appId, times: null });
  const wait = () => reserveCalls({ teamId: team.id, id: app.id, callInterval: 1 }, 1);
  return { actor: systemActor(team.id), teamId: team.id, id, user, wait };
}

test('after a check that is told 40100 its app’s next call waits as long as TikTok wants, and the state stays', async () => {
  const { actor, id, wait } = await askedTooOften('user/info');
  expect(await wait()).toBeLessThan(minuteMs);
  await runCheck(actor, { id, trigger: 'sweep' });
  expect(await wait()).toBeGreaterThan(4 * minuteMs);
  expect(await db.connection.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: 'healthy',
    lastCheckError: { code: 40100 },
  });
});

test('so it does when 40100 comes to who asks what advertisers are called', async () => {
  const { actor, teamId, id, user, wait } = await askedTooOften('advertiser/info');
  const advertiserId = user.advertiserIds[0]!;
  await db.advertiser.create({ data: { teamId, advertiserId } });
  await db.grant.create({ data: { teamId, connectionId: id, advertiserId } });
  expect(await wait()).toBeLessThan(minuteMs);
  await describeConnection(actor, { id });
  expect(await wait()).toBeGreaterThan(4 * minuteMs);
});
