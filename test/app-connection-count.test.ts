import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { connectionState } from '@/contract/connection-filter';
import type { Transaction } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createTeam } from '@/test/factories';

const step = fc.record({
  which: fc.nat(5),
  app: fc.nat(1),
  state: fc.option(fc.constantFrom(...connectionState.options)),
});

test('an app’s count is how many of its connections are live, whatever becomes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const team = await createTeam();
      const apps = [await createAppRow(team), await createAppRow(team)];
      const slots: (string | undefined)[] = [];
      for (const { which, app, state } of steps) {
        const id = slots[which];
        if (!id) slots[which] = (await createConnectionRow(team, apps[app]!, state ? { state } : {})).id;
        else if (state) await db.connection.update({ where: { id }, data: { state } });
        else slots[which] = (await db.connection.delete({ where: { id } })) && undefined;
      }
      for (const { id } of apps) {
        const live = await db.connection.count({ where: { appId: id, state: { not: 'revoked' } } });
        expect((await db.app.findUniqueOrThrow({ where: { id } })).connectionCount).toBe(live);
      }
    }),
    { numRuns: 15 },
  );
});

test('many at once are counted as well', async () => {
  const team = await createTeam();
  const apps = [await createAppRow(team), await createAppRow(team)];
  await Promise.all(Array.from({ length: 20 }, (_, n) => createConnectionRow(team, apps[n % 2]!)));
  const where = { teamId: team.id };
  const countOf = async () => (await db.app.findMany({ where })).map(({ connectionCount }) => connectionCount);
  expect(await countOf()).toEqual([10, 10]);
  await db.connection.updateMany({ where, data: { state: 'revoked' } });
  expect(await countOf()).toEqual([0, 0]);
});

let teamId: string;
let apps: string[];
let modelId: string;

beforeAll(async () => {
  const team = await createTeam();
  const rows = [await createAppRow(team), await createAppRow(team)];
  modelId = (await createConnectionRow(team, rows[0]!)).id;
  [teamId, apps] = [team.id, rows.map(({ id }) => id)];
});

const add = (tx: Transaction, app: string) => tx.$executeRaw`
  INSERT INTO "Connection" (id, "teamId", "appId", name, state, "tokenSealed", "tokenHash", "tokenHint", scopes, "updatedAt")
  SELECT ${newId()}::uuid, "teamId", ${app}::uuid, name, 'healthy', "tokenSealed", sha256(random()::text::bytea), '', '{}', now()
  FROM "Connection" WHERE id = ${modelId}::uuid`;
const oneOf = (app: string) => ({ teamId, appId: app, id: { not: modelId } });
const acts: Record<string, (tx: Transaction, app: string) => Promise<unknown>> = {
  add,
  revoke: (tx, app) => tx.connection.updateMany({ where: oneOf(app), data: { state: 'revoked' }, limit: 2 }),
  bringBack: (tx, app) =>
    tx.connection.updateMany({ where: { ...oneOf(app), state: 'revoked' }, data: { state: 'healthy' }, limit: 1 }),
  remove: (tx, app) => tx.connection.deleteMany({ where: oneOf(app), limit: 1 }),
  undone: async (tx, app) => {
    await tx.$executeRaw`SAVEPOINT undone`;
    await add(tx, app);
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT undone`;
  },
  tooSoon: (tx) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`,
};
const act = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(1));

test('it is right, whatever one transaction does to them', { timeout: 60_000 }, async () => {
  const transaction = fc.record({ steps: fc.array(act, { maxLength: 8 }), fails: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(transaction, async ({ steps, fails }) => {
      const run = db.$transaction(async (tx) => {
        for (const [name, app] of steps) await acts[name]!(tx, apps[app]!);
        if (fails) throw new Error('undo');
      });
      await run.catch((error: Error) => expect(error.message).toBe('undo'));
      for (const id of apps) {
        const live = await db.connection.count({ where: { teamId, appId: id, state: { not: 'revoked' } } });
        const { connectionCount } = await db.app.findUniqueOrThrow({ where: { teamId_id: { teamId, id } } });
        expect(connectionCount).toBe(live);
      }
    }),
    { numRuns: 60 },
  );
});

test.runIf(process.env.TEST_DATABASE_URL)(
  'nobody waits for another who comes back to the same app (on PostgreSQL: embedded, all share one session)',
  async () => {
    const [app] = apps;
    await db.$transaction(async (first) => {
      await add(first, app!);
      await db.$transaction(async (second) => {
        await second.$executeRaw`SET LOCAL lock_timeout = '2s'`;
        await add(second, app!);
      });
    });
  },
);
