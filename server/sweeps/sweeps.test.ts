import { afterAll, beforeEach, expect, test } from 'vitest';
import { boss, stopJobs } from '@/server/jobs/boss';
import type { Queues } from '@/server/jobs/queues';
import { resetBreakers } from '@/server/outages/breaker';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { planSweeps } from './plan-sweeps';
import { sweepConnection } from './sweep-connection';

const tiktok = useTikTok();
type Planned = { id: string; data: Queues['sweep.check']; wait: number };

beforeEach(async () => {
  resetBreakers();
  await db.outage.deleteMany();
  await boss();
});
afterAll(stopJobs);

/** A team whose connections are all due, and the jobs that are planned for it. */
async function dueTeam(count: number, columns: Partial<Parameters<typeof createKnownApp>[1]> = {}) {
  const team = await createTeam();
  const app = await createKnownApp(team, columns);
  const made: Awaited<ReturnType<typeof liveConnection>>[] = [];
  for (let at = 0; at < count; at++) made.push(await liveConnection(tiktok.current, team, app));
  const makeDue = () =>
    db.connection.updateMany({ where: { teamId: team.id }, data: { nextCheckAt: new Date(Date.now() - 60_000) } });
  await makeDue();
  const jobs = () => db.$queryRaw<Planned[]>`
    SELECT id, data, extract(epoch FROM start_after - now())::float8 AS wait FROM pgboss.job
    WHERE name = 'sweep.check' AND data->>'teamId' = ${team.id} AND state = 'created' ORDER BY start_after`;
  const rows = () => db.connection.findMany({ where: { teamId: team.id }, orderBy: { id: 'asc' } });
  const checks = () => db.check.count({ where: { teamId: team.id } });
  return { team, app, made, makeDue, jobs, rows, checks };
}
const run = ({ id, data }: Planned) => sweepConnection(data, id);

test('a due connection becomes one job, however many planners look at once, and is due again within the interval', async () => {
  const { jobs, rows } = await dueTeam(5);
  await Promise.all([planSweeps(), planSweeps(), planSweeps()]);
  expect(new Set((await jobs()).map(({ data }) => data.connectionId)).size).toBe(5);
  expect(await jobs()).toHaveLength(5);
  for (const { nextCheckAt } of await rows()) {
    const hours = (nextCheckAt!.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(5.3);
    expect(hours).toBeLessThanOrEqual(6);
  }
});

test('jobs start as their app’s budget allows, and no further ahead than two minutes', async () => {
  const { team, jobs, rows } = await dueTeam(12);
  await db.team.update({ where: { id: team.id }, data: { budgetPercent: 1 } }); // a call every ten seconds
  await planSweeps();
  const planned = await jobs();
  // Twenty seconds a check: six to two minutes, or five once a moment of them is gone.
  expect([5, 6]).toContain(planned.length);
  planned.slice(1).forEach(({ wait }, at) => expect(wait - planned[at]!.wait).toBeGreaterThan(15));
  expect((await rows()).filter(({ nextCheckAt }) => nextCheckAt! < new Date())).toHaveLength(12 - planned.length);
  await planSweeps();
  expect((await jobs()).length).toBeLessThanOrEqual(6);
});

test('whose slot comes first is taken first, whichever app was planned before', async () => {
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'sweep.check'`;
  const slow = await dueTeam(3);
  await db.team.update({ where: { id: slow.team.id }, data: { budgetPercent: 1 } });
  await planSweeps();
  const quick = await dueTeam(1);
  await planSweeps();
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'sweep.check'`;
  const taken = await (await boss()).fetch<Queues['sweep.check']>('sweep.check', { batchSize: 2 });
  expect(new Set(taken?.map(({ data }) => data.teamId))).toEqual(new Set([slow.team.id, quick.team.id]));
});

test('a job that runs again after a crash does nothing, for its check is kept', async () => {
  const { jobs, checks, rows } = await dueTeam(1);
  await planSweeps();
  const [job] = await jobs();
  await run(job!);
  expect(await checks()).toBe(1);
  await run(job!);
  expect(await checks()).toBe(1);
  expect((await rows())[0]).toMatchObject({ state: 'healthy', lastCheckError: null, advertiserCount: 3 });
});

test('a check by a person meanwhile stands for the planned one', async () => {
  const { jobs, checks, rows } = await dueTeam(1);
  await planSweeps();
  const [job] = await jobs();
  await db.connection.update({
    where: { id: (await rows())[0]!.id },
    data: { nextCheckAt: new Date(Date.now() + 9_000_000) },
  });
  await run(job!);
  expect(await checks()).toBe(0);
});

test('the same job run twice at once is kept once', async () => {
  const { jobs, checks } = await dueTeam(1);
  await planSweeps();
  const [job] = await jobs();
  await Promise.all([run(job!), run(job!)]);
  expect(await checks()).toBe(1);
});

test('where its slot is not soon, a job is put back until then, once', async () => {
  const { team, app, jobs, checks } = await dueTeam(1);
  await planSweeps();
  const [job] = await jobs();
  await db.appBudget.update({
    where: { teamId_appId: { teamId: team.id, appId: app.id } },
    data: { nextAt: new Date(Date.now() + 60_000) },
  });
  const engine = await boss();
  const [taken] = await db.$queryRaw<
    { id: string }[]
  >`UPDATE pgboss.job SET state = 'active' WHERE id = ${job!.id}::uuid RETURNING id`;
  expect(taken).toBeDefined();
  await run(job!);
  const [again, ...more] = await jobs();
  expect(more).toEqual([]);
  expect(again!.wait).toBeGreaterThan(50);
  expect(again!.data).toMatchObject({ connectionId: job!.data.connectionId, due: job!.data.due });
  expect((await engine.getJobById('sweep.check', job!.id))?.state).toBe('completed');
  expect(await checks()).toBe(0);
});

test('a kept slot is not reserved twice', async () => {
  const { team, app, jobs } = await dueTeam(1);
  await planSweeps();
  const [job] = await jobs();
  const where = { teamId_appId: { teamId: team.id, appId: app.id } };
  const nextAt = new Date(Date.now() + 600_000);
  await db.appBudget.update({ where, data: { nextAt } });
  await run({ ...job!, data: { ...job!.data, calls: 3, slotAt: Date.now() + 100 } });
  expect((await db.appBudget.findUniqueOrThrow({ where })).nextAt).toEqual(nextAt);
});

test('a probe goes while TikTok answers nobody, the others are given back', async () => {
  const { jobs, checks, rows } = await dueTeam(2);
  await planSweeps();
  const [first, second] = await jobs();
  await db.outage.create({ data: { host: 'production', key: 'tiktok_trouble', since: new Date(Date.now() - 1_000) } });
  await run(first!);
  expect(await checks()).toBe(0);
  expect((await rows()).filter(({ nextCheckAt }) => nextCheckAt! <= new Date())).toHaveLength(1);
  await run({ ...second!, data: { ...second!.data, probe: true } });
  expect(await checks()).toBe(1);
  expect(await db.outage.count({ where: { closedAt: null } })).toBe(0);
});
