import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { readMigrations, toMigrationsList, type Migration } from '@/server/database/migration-files';
import { withSchemaEngine } from '@/server/database/schema-engine';
import { StartError } from '@/server/start-error';

type Applied = { name: string; checksum: string };

/** Any number, the same in every instance: who migrates this database holds it. */
const lockNumber = 7_236_519_001;

/**
 * Applies what is missing, in one transaction: other instances wait for it, and being killed half-way leaves nothing
 * half. Returns the names. Refuses a database that a newer version has migrated, or a migration that was edited.
 */
export async function migrate(connection: pg.PoolConfig, migrations = readMigrations()): Promise<string[]> {
  let connections = 0;
  const pool = new pg.Pool({
    ...connection,
    max: 1,
    idleTimeoutMillis: 0,
    onConnect: async (client) => {
      connections += 1;
      await client.query('BEGIN');
      await client.query(`SELECT pg_advisory_xact_lock(${lockNumber})`);
    },
  });
  pool.on('error', () => undefined);
  try {
    const missing = findMissing(migrations, await readApplied(pool));
    if (missing.length > 0) await apply(pool, migrations);
    // A lost connection, or a failed statement, would leave something else to commit.
    const { command } = connections === 1 ? await pool.query('COMMIT') : { command: 'none' };
    if (command !== 'COMMIT') throw new Error('The migration was interrupted. Nothing has changed; start again.');
    return missing.map(({ name }) => name);
  } finally {
    await pool.end();
  }
}

async function readApplied(pool: pg.Pool): Promise<Applied[]> {
  const { rows: tables } = await pool.query<{ found: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS found`,
  );
  if (!tables[0]?.found) return [];
  const { rows } = await pool.query<Applied>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows;
}

function findMissing(migrations: Migration[], applied: Applied[]): Migration[] {
  const ours = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const unknown = applied.find(({ name }) => !ours.has(name));
  if (unknown) {
    throw new StartError(`The database was migrated by a newer version (${unknown.name}). Start that version.`);
  }
  const edited = applied.find(({ name, checksum }) => ours.get(name) !== checksum);
  if (edited) throw new StartError(`Migration ${edited.name} was changed after this database applied it. Restore it.`);
  return migrations.filter(({ name }) => !applied.some((other) => other.name === name));
}

async function apply(pool: pg.Pool, migrations: Migration[]): Promise<void> {
  const adapter = new PrismaPg(pool);
  const connect = adapter.connect.bind(adapter);
  // The adapter's own way cuts a script at every semicolon, those inside a function body too.
  adapter.connect = async () =>
    Object.assign(await connect(), { executeScript: (script: string) => runWhole(pool, script) });
  const input = { migrationsList: toMigrationsList(migrations), filters: { externalTables: [], externalEnums: [] } };
  try {
    await withSchemaEngine(adapter, (engine) => engine.applyMigrations(input));
  } catch (cause) {
    throw new StartError(`The database could not be migrated: ${(cause as Error).message}`, { cause });
  }
}

/** After a failure the engine wants to write that down: it must find the transaction usable, though all is undone. */
async function runWhole(pool: pg.Pool, script: string): Promise<void> {
  await pool.query('SAVEPOINT script');
  try {
    await pool.query(script);
  } catch (error) {
    await pool.query('ROLLBACK TO SAVEPOINT script');
    const { code, severity, message, detail, column, hint } = error as pg.DatabaseError;
    const cause = {
      kind: 'postgres' as const,
      code: code ?? '',
      severity: severity ?? '',
      message,
      detail,
      column,
      hint,
    };
    throw new DriverAdapterError(cause);
  }
}
