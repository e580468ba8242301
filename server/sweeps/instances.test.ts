import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { env } from '@/server/env';
import { boss, stopJobs } from '@/server/jobs/boss';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { startProgram } from '@/test/start-program';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { planSweeps } from './plan-sweeps';

const tiktok = useTikTok();
afterAll(stopJobs);

const perApp = 30;
const callsEach = 3;
/** Half of Basic. */
const callsPerSecond = 5;

/** Two apps with connections that are all due, and have been checked before: a sweep asks three things of each. */
async function stage() {
  const team = await createTeam();
  const apps = [await createKnownApp(team), await createKnownApp(team)];
  const tokens: string[] = [];
  for (const app of apps) {
    for (let made = 0; made < perApp; made++)
      tokens.push((await liveConnection(tiktok.current, team, app)).token.value);
  }
  const due = new Date(Date.now() - 1_000);
  await db.connection.updateMany({ where: { teamId: team.id }, data: { nextCheckAt: due, advertiserCount: 3 } });
  const checks = () => db.check.count({ where: { teamId: team.id } });
  const active = () => db.$queryRaw<{ id: string }[]>`
    SELECT id FROM pgboss.job WHERE name = 'sweep.check' AND state = 'active' AND data->>'teamId' = ${team.id}`;
  const asked = () => tokens.map((token) => tiktok.current.world.traffic.ofToken('user/info', token));
  return { team, apps, checks, active, asked };
}

async function until(done: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await done())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s`);
    await sleep(250);
  }
}

async function startInstances() {
  const given: Record<string, string | undefined> = process.env;
  const { DATABASE_URL = '', ENCRYPTION_KEYS = '', AUTH_SECRET = '' } = given;
  const { TIKTOK_API_URL } = env();
  const own = { DATABASE_URL, ENCRYPTION_KEYS, AUTH_SECRET, DATABASE_POOL_SIZE: '4' };
  const instances = [1, 2].map(() =>
    startProgram('run-jobs', { ...own, TIKTOK_API_URL, TIKTOK_PORTAL_URL: TIKTOK_API_URL }),
  );
  await Promise.all(instances.map((instance) => instance.line(/working/)));
  return instances;
}

test('two instances check each connection once, within the budget and using it', async () => {
  const { apps, checks, asked } = await stage();
  const instances = await startInstances();
  await planSweeps();
  await until(async () => (await checks()) >= 2 * perApp, 90);
  await Promise.all(instances.map((instance) => instance.kill()));
  expect(asked()).toEqual(Array.from({ length: 2 * perApp }, () => 1));
  expect(await checks()).toBe(2 * perApp);
  const { calls, violations } = tiktok.current.world.traffic;
  for (const { appId } of apps) {
    const times = calls.filter((call) => call.appId === appId).map(({ at }) => at);
    const seconds = (times.at(-1)! - times[0]!) / 1_000;
    const used = (times.length - 1) / (seconds * callsPerSecond);
    console.log(`budget used: ${(100 * used).toFixed(1)} % (${times.length} calls in ${seconds.toFixed(1)} s)`);
    expect(times).toHaveLength(perApp * callsEach);
    expect(used).toBeGreaterThan(0.9);
    expect(violations.filter((violation) => violation.appId === appId)).toEqual([]);
  }
}, 120_000);

test('kill -9 during a sweep loses no check and keeps none twice', async () => {
  const { team, apps, checks, active, asked } = await stage();
  const [first, second] = await startInstances();
  await planSweeps();
  await until(async () => (await checks()) >= perApp / 2, 60);
  await first!.kill();
  const atWork = (await active()).map(({ id }) => id);
  await sleep(15_000);
  // What is still at work belongs to the dead one: the engine would find that out after a minute or two.
  await db.$executeRaw`
    UPDATE pgboss.job SET started_on = now() - interval '1 day', retry_delay = 0
    WHERE name = 'sweep.check' AND state = 'active' AND id = ANY(${atWork}::uuid[])`;
  await ((await boss()) as unknown as { maintain: () => Promise<void> }).maintain();
  await until(async () => (await checks()) >= 2 * perApp, 90);
  await sleep(3_000);
  await second!.kill();
  expect(await checks()).toBe(2 * perApp);
  const checked = await db.check.groupBy({ by: ['connectionId'], where: { teamId: team.id }, _count: true });
  expect(checked.every(({ _count }) => _count === 1)).toBe(true);
  // Those that were asked when the process died are asked once more, and no others.
  expect(asked().every((times) => times >= 1 && times <= 2)).toBe(true);
  expect(asked().filter((times) => times === 2).length).toBeLessThanOrEqual(atWork.length);
  const { violations } = tiktok.current.world.traffic;
  expect(violations.filter(({ appId }) => apps.some((app) => app.appId === appId))).toEqual([]);
}, 240_000);
