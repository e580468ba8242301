import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '@/server/database/open';
import { boss, stopJobs } from '@/server/jobs/boss';
import { startJobs } from '@/server/workers';
import { postgresCluster } from '@/test/postgres-cluster';

/** As prisma/roles.sql and docs/operating.md have it: one role owns and migrates, the other serves. */
const cluster = process.env.TEST_DATABASE_URL ? postgresCluster() : undefined;
if (cluster) {
  const as = (role: string) => cluster.url.replace('postgres@localhost/postgres', `${role}@localhost/grantboard`);
  const psql = (database: string, ...args: string[]) =>
    execFileSync('psql', [database, '-qX', '-v', 'ON_ERROR_STOP=1', ...args], {
      env: { ...process.env, SERVER_PASSWORD: 'only the server knows it' },
    });
  psql(cluster.url, '-c', 'CREATE ROLE grantboard LOGIN', '-c', 'CREATE DATABASE grantboard');
  psql(as('postgres'), '-f', 'prisma/roles.sql');
  process.env.DATABASE_URL = as('grantboard_server');
  process.env.MIGRATE_DATABASE_URL = as('grantboard');
  await openDatabase();
}
// What they import opens the vault at once.
const { db } = await import('@/test/database');
const { createPerson, createTeam } = await import('@/test/factories');
const { connect } = await import('@/test/authorize');
const { createKnownApp, useTikTok } = await import('@/test/tiktok');

describe.runIf(cluster)('a role that only reads and writes rows', () => {
  const tiktok = useTikTok();
  const server = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  afterAll(async () => {
    await stopJobs();
    await closeDatabase();
    await server.end();
    cluster?.remove();
  });

  it('serves what the owner of the tables has migrated: a connection, its jobs, its schedules', async () => {
    await startJobs();
    const team = await createTeam();
    const operator = await createPerson(team, 'operator');
    const app = await createKnownApp(team);
    await connect(tiktok.current, operator, app, { as: 'sato' });
    await expect.poll(() => db.grant.count({ where: { teamId: team.id } }), { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await db.auditEvent.count({ where: { teamId: team.id } })).toBeGreaterThan(0);
    expect((await (await boss()).getSchedules()).length).toBeGreaterThan(3);
    const { rows } = await server.query('SELECT current_user AS me, count(*)::int AS jobs FROM pgboss.job');
    expect(rows).toEqual([{ me: 'grantboard_server', jobs: expect.any(Number) as number }]);
  });

  it.each([
    'ALTER TABLE "AuditEvent" DISABLE TRIGGER append_only',
    'DROP TRIGGER append_only ON "AuditEvent"',
    'CREATE OR REPLACE FUNCTION refuse_to_change_the_audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'DELETE FROM "AuditEvent"',
    'TRUNCATE "AuditEvent"',
    'TRUNCATE "Outage"',
    'ALTER TABLE "Connection" ADD COLUMN mine text',
    'DROP TABLE "Connection"',
    'CREATE TABLE mine (a int)',
    'CREATE TABLE pgboss.mine (a int)',
    'DROP TABLE pgboss.job',
    'SET session_replication_role = replica',
    'SET ROLE grantboard',
  ])('cannot %s', async (statement) => {
    await expect(server.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
