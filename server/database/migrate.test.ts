import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate } from '@/server/database/migrate';
import { readMigrations, type Migration } from '@/server/database/migration-files';
import { embeddedDatabase } from '@/test/embedded-database';
import { freshDatabase } from '@/test/fresh-database';

const dataDir = mkdtempSync(join(tmpdir(), 'grantboard-migrate-'));
const server = process.env.TEST_DATABASE_URL;
const { url, close } = server ? await freshDatabase(server) : await embeddedDatabase(dataDir);
const connection = { connectionString: url };
const pool = new pg.Pool({ ...connection, max: 2 });

afterAll(async () => {
  await pool.end();
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

const migration = (name: string, script: string): Migration => ({
  name,
  script,
  checksum: createHash('sha256').update(script).digest('hex'),
});
const exists = async (table: string) =>
  (await pool.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table])).rows[0]?.found;

const released = readMigrations();
const withTrigger = [
  ...released,
  migration(
    '30000101000000_trigger',
    `CREATE TABLE ledger (line int);
     CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION 'append only'; RETURN NULL;
     END; $$;
     CREATE TRIGGER append_only BEFORE UPDATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION refuse();`,
  ),
];

describe('migrate', () => {
  it('does nothing where nothing is missing', async () => {
    expect(await migrate(connection)).toEqual([]);
  });

  it('applies what is missing once, however many instances start together', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(connection, withTrigger)));
    expect(applied.flat()).toEqual(['30000101000000_trigger']);
    await expect(pool.query('UPDATE ledger SET line = 2')).rejects.toThrow('append only');
  });

  it('leaves nothing of several, when one of them fails, and goes on when that is mended', async () => {
    const good = migration('30000102000000_good', 'CREATE TABLE good (a int);');
    const bad = migration('30000103000000_bad', 'CREATE TABLE half (a int); CREATE TABLE good (a int);');
    await expect(migrate(connection, [...withTrigger, good, bad])).rejects.toThrow('could not be migrated');
    expect([await exists('good'), await exists('half')]).toEqual([false, false]);
    const mended = migration('30000103000000_bad', 'CREATE TABLE half (a int);');
    expect(await migrate(connection, [...withTrigger, good, mended])).toEqual([good.name, mended.name]);
    expect([await exists('good'), await exists('half')]).toEqual([true, true]);
  });

  it('refuses a database that a newer version has migrated', async () => {
    await expect(migrate(connection, released)).rejects.toThrow('migrated by a newer version (30000101000000_trigger)');
  });

  it('refuses a migration that was edited after it was applied', async () => {
    const applied = await pool.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations');
    const edited = applied.rows.map(({ name }) => migration(name, '-- another'));
    await expect(migrate(connection, edited)).rejects.toThrow('was changed after this database applied it');
  });
});
