import { expect, test } from 'vitest';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam } from '@/test/factories';
import { getOverview } from './get-overview';
import { getPace } from './get-pace';
import { snapshotStates } from './snapshot-states';

const hourMs = 3_600_000;

async function stage() {
  const team = await createTeam();
  const auditor = await createPerson(team, 'auditor');
  const app = await createAppRow(team, { name: 'Hoshi' });
  const overview = () => getOverview(auditor, { days: 14 });
  const authorization = (
    status: 'pending' | 'quarantined' | 'comparing',
    columns: { expiresAt?: Date; codeAt?: Date } = {},
  ) =>
    db.authorization.create({
      data: {
        teamId: team.id,
        appId: app.id,
        redirectUrl: 'http://localhost/callback',
        stateHash: Buffer.from(newId()),
        bound: false,
        status,
        expiresAt: new Date(Date.now() + 30 * 24 * hourMs),
        ...columns,
      },
    });
  return { team, app, auditor, overview, authorization };
}

test('an empty team has nothing to see and nothing to do', async () => {
  const { overview } = await stage();
  const seen = await overview();
  expect(Object.values(seen.states).every((count) => count === 0)).toBe(true);
  expect(seen).toMatchObject({ history: [], needs: [], sweep: { total: 0, checked: 0, due: 0, nextCheckAt: null } });
});

test('tells what waits for a person, most urgent first, of this team alone', async () => {
  const { team, app, overview, authorization } = await stage();
  const other = await createTeam();
  await createConnectionRow(other, await createAppRow(other), { state: 'auth_broken' });
  for (const name of ['A', 'B', 'C', 'D']) await createConnectionRow(team, app, { name, state: 'auth_broken' });
  await createConnectionRow(team, app, { name: 'Less', state: 'degraded' });
  await createConnectionRow(team, app, { name: 'Good' });
  const codeAt = new Date(Date.now() - 20 * 60_000);
  await authorization('quarantined', { codeAt });
  await authorization('comparing');
  await authorization('pending');
  const soon = await authorization('pending', { expiresAt: new Date(Date.now() + hourMs) });
  await db.app.create({
    data: {
      teamId: team.id,
      name: 'In review',
      reviewStatus: 'in_review',
      reviewRemindAt: new Date(Date.now() - hourMs),
    },
  });
  const { needs, states } = await overview();
  expect(needs.map(({ kind, count }) => [kind, count])).toEqual([
    ['auth_broken', 4],
    ['degraded', 1],
    ['code_kept', 1],
    ['comparison', 1],
    ['app_review', 1],
    ['expiring', 1],
  ]);
  expect(needs[0]!.first).toHaveLength(3);
  expect(needs.find(({ kind }) => kind === 'code_kept')!.until).toBe(new Date(codeAt.getTime() + hourMs).toISOString());
  expect(needs.find(({ kind }) => kind === 'expiring')!.first).toEqual([{ id: soon.id, name: 'Hoshi' }]);
  expect(states).toMatchObject({ auth_broken: 4, degraded: 1, healthy: 1, paused: 0 });
});

test('an archived connection is neither counted nor anybody’s work', async () => {
  const { team, app, overview } = await stage();
  const { id } = await createConnectionRow(team, app, { state: 'auth_broken' });
  await db.connection.update({ where: { id }, data: { archivedAt: new Date() } });
  expect(await overview()).toMatchObject({ needs: [], states: { auth_broken: 0 } });
});

test('what is counted once is right after any change, and a name is told as it is now', async () => {
  const { team, app, overview } = await stage();
  const { id } = await createConnectionRow(team, app, { name: 'kyoto', state: 'auth_broken' });
  const seen = async () => {
    const { needs, states } = await overview();
    return [states.auth_broken, needs.map(({ count, first }) => [count, first.map(({ name }) => name)])];
  };
  expect(await seen()).toEqual([1, [[1, ['kyoto']]]]);
  await db.connection.update({ where: { id }, data: { name: 'Kyoto' } });
  expect(await seen()).toEqual([1, [[1, ['Kyoto']]]]);
  await createConnectionRow(team, app, { name: 'Nara', state: 'auth_broken' });
  expect(await seen()).toEqual([2, [[2, ['Nara', 'Kyoto']]]]);
  await db.connection.update({ where: { id }, data: { state: 'healthy' } });
  expect(await seen()).toEqual([1, [[1, ['Nara']]]]);
  await db.connection.deleteMany({ where: { teamId: team.id } });
  expect(await seen()).toEqual([0, []]);
});

test('the sweep is told from what is due and what was checked within the interval', async () => {
  const { team, app, overview } = await stage();
  const at = (hours: number) => new Date(Date.now() + hours * hourMs);
  const rows = [
    { lastCheckedAt: at(-1), nextCheckAt: at(5) },
    { lastCheckedAt: at(-7), nextCheckAt: at(-1) },
    { lastCheckedAt: null, nextCheckAt: at(2) },
    { lastCheckedAt: at(-2), nextCheckAt: null },
  ];
  for (const data of rows) {
    const { id } = await createConnectionRow(team, app);
    await db.connection.update({ where: { id }, data });
  }
  const { sweep } = await overview();
  expect(sweep).toMatchObject({ intervalMinutes: 360, total: 3, checked: 1, due: 1 });
  expect(sweep.oldestCheckAt).toBe(rows[1]!.lastCheckedAt!.toISOString());
  expect(sweep.lastCheckAt).toBe(rows[0]!.lastCheckedAt!.toISOString());
});

test('a snapshot of an hour is renewed within it, and forgets states that emptied', async () => {
  const { team, app, overview } = await stage();
  const { id } = await createConnectionRow(team, app, { state: 'auth_broken' });
  const sixHours = new Date(Math.floor(Date.now() / (6 * hourMs)) * 6 * hourMs);
  await snapshotStates(sixHours);
  await db.connection.update({ where: { id }, data: { state: 'healthy' } });
  await snapshotStates(new Date(sixHours.getTime() + 60_000));
  const { history } = await overview();
  expect(history).toMatchObject([{ at: sixHours.toISOString(), states: { auth_broken: 0, healthy: 1 } }]);
});

test('tells the pace of the checks as the overview does, of this team alone', async () => {
  const { team, app, auditor, overview } = await stage();
  expect(await getPace(auditor)).toEqual({ lastCheckAt: null, nextCheckAt: null });
  const other = await createTeam();
  const soon = new Date(Date.now() + hourMs);
  await createConnectionRow(other, await createAppRow(other));
  await createConnectionRow(team, app);
  const checked = (of: { id: string }, data: { lastCheckedAt: Date; nextCheckAt: Date }) =>
    db.connection.updateMany({ where: { teamId: of.id }, data });
  await checked(other, { lastCheckedAt: new Date(), nextCheckAt: new Date() });
  await checked(team, { lastCheckedAt: new Date(Date.now() - hourMs), nextCheckAt: soon });
  const { lastCheckAt, nextCheckAt } = (await overview()).sweep;
  expect(await getPace(auditor)).toEqual({ lastCheckAt, nextCheckAt });
  expect(nextCheckAt).toBe(soon.toISOString());
});
