import fc from 'fast-check';
import { expect, test } from 'vitest';
import { connectionFilter, connectionState, type ConnectionState } from '@/contract/connection-filter';
import type { Person } from '@/server/auth/actor';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';
import { countStates } from './count-states';

type Row = { state: ConnectionState; archived: boolean; lastAuthorizedAt: Date };
type Act = {
  kind: 'state' | 'archive' | 'authorize' | 'remove' | 'add' | 'check';
  some: number;
  state: ConnectionState;
  hour: number;
};

/** Three days, by the hour; a few of them end with the day or begin with it. */
const hour = (count: number) => new Date(Date.UTC(2026, 2, 30, count));
const anyHour = fc.integer({ min: 0, max: 96 });
const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom('state', 'archive', 'authorize', 'remove', 'add', 'check'),
  some: fc.integer({ min: 1, max: 4 }),
  state: fc.constantFrom(...connectionState.options),
  hour: anyHour,
});

/** As any program might write it, one or many at once: nobody but the database keeps the counts. */
async function perform(team: TestTeam, appId: string, { kind, some, state, hour: at }: Act): Promise<void> {
  const teamId = team.id;
  const chosen = await db.connection.findMany({ where: { teamId }, select: { id: true }, take: some, skip: at % 3 });
  const where = { id: { in: chosen.map(({ id }) => id) } };
  if (kind === 'state') await db.connection.updateMany({ where, data: { state } });
  if (kind === 'archive') await db.connection.updateMany({ where, data: { archivedAt: at % 2 ? new Date() : null } });
  if (kind === 'authorize') await db.connection.updateMany({ where, data: { lastAuthorizedAt: hour(at), state } });
  if (kind === 'check') await db.connection.updateMany({ where, data: { lastCheckedAt: new Date() } });
  if (kind === 'remove') await db.connection.deleteMany({ where });
  if (kind === 'add') {
    const data = Array.from({ length: some }, (_, n) => ({ name: 'x', state, lastAuthorizedAt: hour(at + 20 * n) }));
    await db.connection.createMany({ data: data.map((row) => ({ ...row, teamId, appId, scopes: [] })) });
  }
}

async function counts(actor: Person, filter: Record<string, string>) {
  const { sort: _, cursor: __, limit: ___, skip: ____, state: _____, ...match } = connectionFilter.parse(filter);
  return countStates(actor, match);
}

/** What a filter means, said once more and without a database. */
function expected(rows: Row[], { archived, authorizedAfter: after, authorizedBefore: before }: Record<string, string>) {
  const matching = rows.filter(
    (row) =>
      row.archived === (archived === 'true') &&
      (!after || row.lastAuthorizedAt >= new Date(after)) &&
      (!before || row.lastAuthorizedAt < new Date(before)),
  );
  const of = (state: ConnectionState) => matching.filter((row) => row.state === state).length;
  return Object.fromEntries(connectionState.options.map((state) => [state, of(state)]));
}

const moment = anyHour.map((count) => hour(count).toISOString());
const days = fc
  .record(
    { archived: fc.constantFrom('true', 'false'), authorizedAfter: moment, authorizedBefore: moment },
    { requiredKeys: [] },
  )
  .map((filter): Record<string, string> => Object.fromEntries(Object.entries(filter)));

test('counts by day are always what the connections say, whatever was written and however it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 12 }),
      fc.array(days, { minLength: 6 }),
      async (acts, asked) => {
        const team = await createTeam();
        const owner = await createPerson(team);
        const app = await createAppRow(team);
        for (let n = 0; n < 5; n++) await createConnectionRow(team, app);
        for (const each of acts) {
          await perform(team, app.id, each);
          const rows = await db.connection.findMany({ where: { teamId: team.id } });
          for (const filter of asked)
            expect([filter, await counts(owner, filter)]).toEqual([filter, expected(rows, filter)]);
        }
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

test('an instant before midnight and midnight itself are different days', async () => {
  const team = await createTeam();
  const owner = await createPerson(team);
  const app = await createAppRow(team);
  for (const at of ['2026-03-30T23:59:59.999Z', '2026-03-31T00:00:00.000Z', '2026-04-02T12:00:00.000Z']) {
    const { id } = await createConnectionRow(team, app, { state: 'healthy' });
    await db.connection.update({ where: { id }, data: { lastAuthorizedAt: at } });
  }
  const healthy = async (filter: Record<string, string>) => (await counts(owner, filter)).healthy;
  expect(await healthy({ authorizedAfter: '2026-03-30T23:59:59.999Z' })).toBe(3);
  expect(await healthy({ authorizedAfter: '2026-03-31T00:00:00.000Z' })).toBe(2);
  expect(await healthy({ authorizedAfter: '2026-03-31T00:00:00.0001Z' })).toBe(1);
  expect(await healthy({ authorizedBefore: '2026-03-31T00:00:00.000Z' })).toBe(1);
  expect(await healthy({ authorizedBefore: '2026-03-31T00:00:00.0001Z' })).toBe(2);
  const day = { authorizedAfter: '2026-03-31T00:00:00.000Z', authorizedBefore: '2026-04-01T00:00:00.000Z' };
  expect(await healthy(day)).toBe(1);
  expect(await healthy({ authorizedAfter: '2026-04-03T00:00:00Z', authorizedBefore: '2026-03-30T00:00:00Z' })).toBe(0);
});

test('many who change a thousand times at once lose no count, and what they note is summed up', async () => {
  const team = await createTeam();
  const owner = await createPerson(team);
  const app = await createAppRow(team);
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) ids.push((await createConnectionRow(team, app, { state: 'healthy' })).id);
  await Promise.all(
    ids.map(async (id, n) => {
      for (let turn = 0; turn < 100; turn++) {
        const state = turn === 99 ? 'healthy' : connectionState.options[(turn + n) % 7]!;
        await db.connection.update({ where: { id }, data: { state } });
      }
    }),
  );
  expect(await counts(owner, {})).toMatchObject({ healthy: 10, paused: 0 });
  expect(await db.connectionCount.count({ where: { teamId: team.id } })).toBeLessThan(1_000);
}, 60_000);

test('what is undone was never counted', async () => {
  const team = await createTeam();
  const owner = await createPerson(team);
  const { id } = await createConnectionRow(team, await createAppRow(team), { state: 'healthy' });
  const undone = db.$transaction(async (tx) => {
    await tx.connection.update({ where: { id }, data: { state: 'paused' } });
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect(await counts(owner, { archived: 'false' })).toMatchObject({ healthy: 1, paused: 0 });
});

test('a team goes with its counts', async () => {
  const team = await createTeam();
  await createConnectionRow(team, await createAppRow(team));
  await db.$executeRaw`DELETE FROM "Team" WHERE id = ${team.id}::uuid`;
  expect(await db.connectionCount.count({ where: { teamId: team.id } })).toBe(0);
});
