import 'server-only';
import pg from 'pg';
import { z } from 'zod';
import { migrate } from '@/server/database/migrate';
import { readMigrations } from '@/server/database/migration-files';
import { StartError } from '@/server/start-error';
import { listTables, quote } from './tables';

const manifestShape = z.object({
  backup: z.literal(1),
  at: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});
const headShape = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });
const endShape = z.object({ end: z.record(z.string(), z.number()) });

const rowsAtOnce = 500;

export type Loaded = { at: string; rows: Record<string, number> };

/**
 * Puts a dump into an empty database: the schema of the dump's own version first, then every row as it was, in one
 * transaction, then what migrations have come since. Throws a StartError, and leaves no row, for anything else.
 */
export async function load(connection: pg.PoolConfig, lines: AsyncIterable<string>): Promise<Loaded> {
  const reader = lines[Symbol.asyncIterator]();
  const first = await reader.next();
  const manifest = manifestShape.safeParse(first.done ? null : JSON.parse(first.value));
  if (!manifest.success) throw new StartError('This is no backup of Grantboard.');
  const { at, migrations } = manifest.data;
  await migrate(connection, migrationsOf(migrations));
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await demandEmpty(client);
    await client.query('BEGIN');
    const always = await alwaysTriggers(client);
    const rows = await loadTables(client, { [Symbol.asyncIterator]: () => reader });
    for (const sql of always) await client.query(sql);
    await client.query('COMMIT');
    await migrate(connection);
    return { at, rows };
  } finally {
    await client.end();
  }
}

function migrationsOf(wanted: { name: string; checksum: string }[]) {
  const ours = readMigrations();
  return wanted.map(({ name, checksum }) => {
    const known = ours.find((one) => one.name === name && one.checksum === checksum);
    if (!known) throw new StartError(`The backup was made by a newer version (${name}). Restore it with that version.`);
    return known;
  });
}

async function demandEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query(`SELECT FROM ${quote(name)} LIMIT 1`);
    if (rows.length > 0)
      throw new StartError(`There is something in the database (${name}). Restore into an empty one.`);
  }
}

async function loadTables(client: pg.Client, lines: AsyncIterable<string>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let insert: ((rows: string[]) => Promise<void>) | undefined;
  let waiting: string[] = [];
  const flush = async () => {
    if (waiting.length > 0) await insert?.(waiting);
    waiting = [];
  };
  let current = '';
  for await (const line of lines) {
    if (line.startsWith('{"end":')) {
      await flush();
      const { end } = endShape.parse(JSON.parse(line));
      if (JSON.stringify(end) !== JSON.stringify(counts)) throw new StartError('Rows are missing from the backup.');
      await finish(client, Object.keys(counts));
      return counts;
    }
    if (line.startsWith('{"table":')) {
      await flush();
      const { table, columns } = headShape.parse(JSON.parse(line));
      await client.query(`ALTER TABLE ${quote(table)} DISABLE TRIGGER USER`);
      insert = insertInto(client, table, columns);
      counts[(current = table)] = 0;
      continue;
    }
    counts[current] = (counts[current] ?? 0) + 1;
    if (waiting.push(line) >= rowsAtOnce) await flush();
  }
  throw new StartError('The backup has no end: it was cut off.');
}

function insertInto(client: pg.Client, table: string, columns: string[]) {
  const list = columns.map(quote).join(', ');
  const into = `INSERT INTO ${quote(table)} (${list}) OVERRIDING SYSTEM VALUE`;
  const sql = `${into} SELECT ${list} FROM json_populate_recordset(NULL::${quote(table)}, $1::json)`;
  return async (rows: string[]) => void (await client.query(sql, [`[${rows.join(',')}]`]));
}

/** Triggers work again, and numbers given out by the database go on after those that are taken. */
async function finish(client: pg.Client, tables: string[]): Promise<void> {
  // Foreign keys are checked at the end of each statement: those that wait are checked before tables are altered.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const table of tables) await client.query(`ALTER TABLE ${quote(table)} ENABLE TRIGGER USER`);
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`,
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `SELECT setval($1, coalesce(max(${quote(column)}), 1)::bigint, count(*) > 0) FROM ${quote(table)}`,
      [sequence],
    );
  }
}

/** Those that fire even for a replica are enabled as such again: ENABLE TRIGGER makes common ones of them. */
async function alwaysTriggers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(
    `SELECT format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', tgrelid::regclass, tgname) AS sql
     FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'A'`,
  );
  return rows.map(({ sql }) => sql);
}
