import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectionFilter } from '@/contract/connection-filter';
import type { Person } from '@/server/auth/actor';
import { countConnections } from '@/server/connections/count-connections';
import { databaseConnection } from '@/server/database/connection';
import { remembered } from '@/server/database/remembered';
import { db } from '@/test/database';
import { createAppRow, createConnectionRow, createPerson, createTeam, type TestTeam } from '@/test/factories';

let team: TestTeam;
let owner: Person;
let app: { id: string };
let id: string;
/** Another process, which knows nothing of ours. */
let other: pg.Client;

beforeAll(async () => {
  other = new pg.Client(databaseConnection());
  await other.connect();
});
afterAll(() => other.end());
beforeEach(async () => {
  team = await createTeam();
  owner = await createPerson(team);
  app = await createAppRow(team);
  ({ id } = await createConnectionRow(team, app, { name: 'Tokyo', advertiserIds: ['70000'] }));
});

const count = (filter: Record<string, string>) => {
  const { cursor: _, limit: __, skip: ___, ...match } = connectionFilter.parse(filter);
  return countConnections(owner, match);
};

test('asks once for a revision, and those who ask meanwhile share the answer', async () => {
  let asked = 0;
  const ask = () => remembered(team.id, 'a question', async () => ++asked);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  expect(await ask()).toBe(1);
  await other.query(`UPDATE "Connection" SET state = 'paused' WHERE id = $1`, [id]);
  expect(await ask()).toBe(2);
});

test('a question that failed is asked again', async () => {
  const fail = () => remembered(team.id, 'fails', () => Promise.reject(new Error('no')));
  await expect(fail()).rejects.toThrow('no');
  expect(await remembered(team.id, 'fails', () => Promise.resolve(7))).toBe(7);
});

const changes: [string, Record<string, string>, string, number, number][] = [
  ['a state', { state: 'paused' }, `UPDATE "Connection" SET state = 'paused' WHERE id = $1`, 0, 1],
  ['a name', { q: 'osaka' }, `UPDATE "Connection" SET name = 'OSAKA' WHERE id = $1`, 0, 1],
  ['its TikTok user', { q: '花子' }, `UPDATE "Connection" SET "tiktokUserName" = '花子' WHERE id = $1`, 0, 1],
  ['scopes', { scope: '100' }, `UPDATE "Connection" SET scopes = '{100}' WHERE id = $1`, 0, 1],
  ['archiving', {}, `UPDATE "Connection" SET "archivedAt" = now() WHERE id = $1`, 1, 0],
  ['a failing check', { checkFailing: 'true' }, `UPDATE "Connection" SET "lastCheckError" = '{}' WHERE id = $1`, 0, 1],
  ['a problem', { problem: 'x' }, `UPDATE "Connection" SET problem = '{"key": "x"}' WHERE id = $1`, 0, 1],
  ['a grant', { advertiserId: '70000' }, `DELETE FROM "Grant" WHERE "connectionId" = $1`, 1, 0],
  [
    'a check',
    { checkedBefore: '2026-01-01T00:00:00Z' },
    `UPDATE "Connection" SET "lastCheckedAt" = now() WHERE id = $1`,
    1,
    0,
  ],
  ['its end', {}, `DELETE FROM "Connection" WHERE id = $1`, 1, 0],
];

test.each(changes)('a count is right after another process changed %s', async (_, filter, sql, before, after) => {
  expect(await count(filter)).toBe(before);
  await other.query(sql, [id]);
  expect(await count(filter)).toBe(after);
});

test('a tag, put on by another process, is counted', async () => {
  const { id: tag } = await db.tag.create({ data: { teamId: team.id, name: 'T' } });
  expect(await count({ tag })).toBe(0);
  await other.query(`INSERT INTO "ConnectionTag" VALUES ($1, $2, $3)`, [team.id, id, tag]);
  expect(await count({ tag })).toBe(1);
});

test('what is undone to a savepoint takes no later change with it', async () => {
  expect(await count({ state: 'paused' })).toBe(0);
  await other.query('BEGIN');
  await other.query('SAVEPOINT s');
  await other.query(`UPDATE "Connection" SET state = 'degraded' WHERE id = $1`, [id]);
  await other.query('ROLLBACK TO s');
  await other.query(`UPDATE "Connection" SET state = 'paused' WHERE id = $1`, [id]);
  await other.query('COMMIT');
  expect(await count({ state: 'paused' })).toBe(1);
});

test('a check that finds what it found before, and a change in another team, leave the revision as it is', async () => {
  const revision = async () => (await db.teamRevision.findUniqueOrThrow({ where: { teamId: team.id } })).revision;
  const before = await revision();
  await db.connection.update({ where: { id }, data: { lastCheckedAt: new Date(), nextCheckAt: new Date() } });
  const elsewhere = await createTeam();
  await createConnectionRow(elsewhere, await createAppRow(elsewhere));
  expect(await revision()).toBe(before);
});

test('no count is older than a commit, with twenty who write and read at once', async () => {
  let committed = await count({ state: 'healthy' });
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let turn = 0; turn < 5; turn++) {
        const { id: made } = await createConnectionRow(team, app);
        const least = ++committed;
        expect(made && (await count({ state: 'healthy' }))).toBeGreaterThanOrEqual(least);
      }
    }),
  );
  expect(await count({ state: 'healthy' })).toBe(committed);
});

test('a team is removed with all it has', async () => {
  const gone = await createTeam();
  await createConnectionRow(gone, await createAppRow(gone));
  await db.connection.deleteMany({ where: { teamId: gone.id } });
  await db.team.delete({ where: { id: gone.id } });
  expect(await db.teamRevision.findUnique({ where: { teamId: gone.id } })).toBeNull();
});
