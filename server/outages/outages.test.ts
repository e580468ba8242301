import { beforeEach, expect, test } from 'vitest';
import { systemActor } from '@/server/auth/actor';
import { runCheck } from '@/server/checks/run-check';
import { listOutages } from '@/server/health/list-outages';
import { db } from '@/test/database';
import { createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { resetBreakers } from './breaker';

const tiktok = useTikTok();

beforeEach(async () => {
  resetBreakers();
  tiktok.current.world.faults.clear();
  await db.outage.deleteMany();
});

/** Sandbox connections: the tests of other files leave that host alone. */
async function sandboxTeam(count: number) {
  const team = await createTeam();
  const app = await createKnownApp(team, { environment: 'sandbox' });
  const made: Awaited<ReturnType<typeof liveConnection>>[] = [];
  for (let at = 0; at < count; at++) made.push(await liveConnection(tiktok.current, team, app, { sandbox: true }));
  const check = (at: number) => runCheck(systemActor(team.id), { id: made[at % count]!.id, trigger: 'sweep' });
  const rows = () => db.outage.findMany({ where: { host: 'sandbox' } });
  const fail = (code: number) =>
    tiktok.current.world.faults.plan({ kind: 'code', code, endpoint: 'user/info', times: null });
  return { team, check, rows, fail };
}

test('an hour of 50002 changes no state and is one outage, which the first answer ends', async () => {
  const { team, check, rows, fail } = await sandboxTeam(3);
  fail(50002);
  for (let minute = 0; minute < 60; minute++) await check(minute);
  expect(await rows()).toMatchObject([{ code: 50002, key: 'tiktok_trouble', closedAt: null }]);
  expect(await listOutages()).toMatchObject([{ host: 'sandbox', code: 50002 }]);
  const connections = await db.connection.findMany({ where: { teamId: team.id } });
  expect(connections.map(({ state }) => state)).toEqual(['healthy', 'healthy', 'healthy']);
  expect(connections[0]!.lastCheckError).toMatchObject({ code: 50002 });
  expect(await db.connectionEvent.count({ where: { teamId: team.id, kind: 'state_changed' } })).toBe(0);

  tiktok.current.world.faults.clear();
  await check(0);
  expect(await listOutages()).toEqual([]);
  expect(await rows()).toHaveLength(1);
  expect(
    (await db.connection.findMany({ where: { teamId: team.id, lastCheckError: { path: ['code'], equals: 50002 } } }))
      .length,
  ).toBe(2);
});

test('four failures in a row are not yet an outage, nor are five with an answer among them', async () => {
  const { check, rows, fail } = await sandboxTeam(5);
  fail(50000);
  for (let at = 0; at < 4; at++) await check(at);
  tiktok.current.world.faults.clear();
  await check(4);
  fail(50000);
  await check(0);
  expect(await rows()).toEqual([]);
});

test('one connection that fails and fails is that connection’s trouble', async () => {
  const { check, rows, fail } = await sandboxTeam(1);
  fail(50000);
  for (let at = 0; at < 8; at++) await check(at);
  expect(await rows()).toEqual([]);
});

test('too many requests are no outage', async () => {
  const { check, rows, fail } = await sandboxTeam(5);
  fail(40100);
  for (let at = 0; at < 6; at++) await check(at);
  expect(await rows()).toEqual([]);
});

test('two instances that see it at once open one', async () => {
  const { openOutage } = await import('./keep-outage');
  const failure = { key: 'tiktok_trouble', code: 51305, message: 'maintenance', requestId: 'r1' };
  await Promise.all(Array.from({ length: 8 }, () => openOutage('sandbox', failure)));
  expect(await db.outage.count({ where: { host: 'sandbox', closedAt: null } })).toBe(1);
});
