import { afterEach, beforeEach, expect, test } from 'vitest';
import { classifyTikTok } from '@/contract/tiktok-codes';
import { systemActor } from '@/server/auth/actor';
import { resetBreakers } from '@/server/outages/breaker';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { runCheck } from './run-check';

const tiktok = useTikTok();
const endpoints = ['user/info', 'oauth2/advertiser/get'];

/** Every code that has a meaning of its own, and some of those that are known by their range. */
const named = Array.from({ length: 70_100 }, (_, code) => code).filter(
  (code) => code > 20_001 && !['other_refusal', 'tiktok_trouble'].includes(classifyTikTok({ code }).key),
);
const codes = [...named, 50000, 50002, 51010, 51305, 52001, 53000, 60001, 49_999];

beforeEach(resetBreakers);
afterEach(() => tiktok.current.world.faults.clear());

async function connected() {
  const team = await createTeam();
  const app = await createKnownApp(team);
  const { id } = await liveConnection(tiktok.current, team, app);
  const sweep = () => runCheck(systemActor(team.id), { id, trigger: 'sweep' });
  const answer = (code: number, on = endpoints) =>
    on.forEach((endpoint) =>
      tiktok.current.world.faults.plan({ kind: 'code', code, endpoint, appId: app.appId, times: null }),
    );
  const row = () => db.connection.findUniqueOrThrow({ where: { id } });
  const age = () => db.connection.update({ where: { id }, data: { suspectedAt: new Date(Date.now() - 61_000) } });
  return { id, sweep, answer, row, age };
}

const led = { unchanged: 'healthy', degraded: 'unverifiable', app_problem: 'app_problem', auth_broken: 'auth_broken' };

test('there are codes to speak of', () => expect(named.length).toBeGreaterThan(50));

test.each(codes)('%i leads a sweep to the state of its table, and recovery out of it', async (code) => {
  const { id, sweep, answer, row, age } = await connected();
  const { state } = classifyTikTok({ code });
  answer(code);
  await sweep();
  if (state === 'auth_broken') {
    expect(await row()).toMatchObject({ state: 'healthy', lastCheckError: { code } });
    await age();
    await sweep();
  }
  const seen = await row();
  expect(seen.state).toBe(led[state]);
  const told = state === 'unchanged' ? seen.lastCheckError : seen.problem;
  expect(told).toMatchObject({ code, key: classifyTikTok({ code }).key });

  tiktok.current.world.faults.clear();
  await sweep();
  expect(await row()).toMatchObject({ state: 'healthy', problem: null, lastCheckError: null });
  const changes = await db.connectionEvent.findMany({
    where: { connectionId: id, kind: 'state_changed' },
    orderBy: { id: 'asc' },
  });
  expect(changes.map(({ data }) => (data as { to: string }).to)).toEqual(
    led[state] === 'healthy' ? [] : [led[state], 'healthy'],
  );
});
