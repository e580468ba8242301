import { afterAll, expect, test } from 'vitest';
import { recheckConnection } from '@/server/checks/recheck-connection';
import { systemActor } from '@/server/auth/actor';
import { boss, stopJobs } from '@/server/jobs/boss';
import { revokeToken } from '@/simulator/tokens';
import { db } from '@/test/database';
import { createPerson, createTeam } from '@/test/factories';
import { liveConnection } from '@/test/live-connection';
import { createKnownApp, useTikTok } from '@/test/tiktok';
import { listEvents } from './list-events';
import { reportFailure } from './report-failure';

const tiktok = useTikTok();
afterAll(stopJobs);

async function stage() {
  const team = await createTeam();
  const operator = await createPerson(team, 'operator');
  const { id, token } = await liveConnection(tiktok.current, team, await createKnownApp(team));
  const row = () => db.connection.findUniqueOrThrow({ where: { id } });
  const jobs = async () => {
    await boss();
    return db.$queryRaw<object[]>`
      SELECT id FROM pgboss.job WHERE name = 'connection.check' AND data->>'connectionId' = ${id} AND state = 'created'`;
  };
  return { team, operator, id, token, row, jobs };
}

test('a report changes no state by itself: it is on record, once in the queue, and due should the queue lose it', async () => {
  const { team, operator, id, row, jobs } = await stage();
  await db.connection.update({ where: { id }, data: { nextCheckAt: new Date(Date.now() + 3_600_000) } });
  expect(await reportFailure(operator, { id, code: 40105, message: 'Access token is incorrect' })).toEqual({
    queued: true,
  });
  await reportFailure(operator, { id, code: 40105 });
  expect(await row()).toMatchObject({ state: 'healthy', problem: null, suspectedAt: null });
  expect((await row()).nextCheckAt!.getTime()).toBeLessThanOrEqual(Date.now());
  expect(await jobs()).toHaveLength(1);
  expect(await db.auditEvent.findMany({ where: { teamId: team.id }, orderBy: { sequence: 'asc' } })).toMatchObject([
    { action: 'connection.reported', objectId: id, data: { code: 40105, message: 'Access token is incorrect' } },
    { action: 'connection.reported', data: { code: 40105 } },
  ]);
  expect((await listEvents(operator, { id, limit: 5 })).rows.map(({ kind }) => kind)).toEqual(['reported', 'reported']);
});

test('the check that follows finds what is true: a false alarm changes nothing, a dead token wants a second look', async () => {
  const { team, id, token, row } = await stage();
  await recheckConnection(systemActor(team.id), { id });
  expect(await row()).toMatchObject({ state: 'healthy', suspectedAt: null });
  revokeToken(token);
  await recheckConnection(systemActor(team.id), { id });
  expect(await row()).toMatchObject({ state: 'healthy', suspectedAt: expect.any(Date) as Date });
  await db.connection.update({ where: { id }, data: { suspectedAt: new Date(Date.now() - 61_000) } });
  await recheckConnection(systemActor(team.id), { id });
  const checks = await db.check.findMany({ where: { connectionId: id }, orderBy: { id: 'asc' } });
  expect(checks.map(({ trigger, code }) => [trigger, code])).toEqual([
    ['pipeline', null],
    ['pipeline', 40105],
    ['pipeline', 40105],
  ]);
  expect((await row()).state).toBe('auth_broken');
});

test('a token that the message repeats is kept nowhere', async () => {
  const { team, operator, id, token } = await stage();
  await reportFailure(operator, { id, code: 40105, message: `Bad token ${token.value}` });
  const [event] = await db.auditEvent.findMany({ where: { teamId: team.id } });
  expect(JSON.stringify(event!.data)).not.toContain(token.value);
});

test('the eleventh report in 15 minutes is refused, and so is one of a revoked connection', async () => {
  const { operator, id } = await stage();
  const said = await Promise.allSettled(Array.from({ length: 12 }, () => reportFailure(operator, { id, code: 40105 })));
  expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  expect(said.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'rate_limited' } });
  const other = await stage();
  await db.connection.update({ where: { id: other.id }, data: { state: 'revoked' } });
  await expect(reportFailure(other.operator, { id: other.id, code: 1 })).rejects.toMatchObject({
    data: { reason: 'revoked' },
  });
  const stranger = await createPerson(await createTeam());
  await expect(reportFailure(stranger, { id, code: 1 })).rejects.toMatchObject({ code: 'not_found' });
});

test('whatever characters it is cut in the middle of, a report is taken', async () => {
  const { team, operator, id } = await stage();
  await reportFailure(operator, { id, code: 40105, message: `${'z'.repeat(299)}😀` });
  const [event] = await db.auditEvent.findMany({ where: { teamId: team.id } });
  expect(event!.data).toEqual({ code: 40105, message: `${'z'.repeat(299)}�` });
});
