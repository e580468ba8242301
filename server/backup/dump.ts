import 'server-only';
import pg from 'pg';
import { listTables, quote, type Table } from './tables';

type Migration = { name: string; checksum: string };
/** The first line of a dump. */
type Manifest = { backup: 1; at: string; migrations: Migration[] };
/** The last line: what has to have come before it. */
type End = { end: Record<string, number> };

const rowsAtOnce = 2_000;

/**
 * The database as lines of JSON, all of one moment: what is written meanwhile is in it wholly or not at all. Rows are
 * as PostgreSQL prints them and are never parsed here, so that no number loses a digit.
 */
export async function* dump(connection: pg.ClientConfig): AsyncGenerator<string> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: migrations } = await client.query<Migration>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    const counts: Record<string, number> = {};
    yield line({ backup: 1, at: new Date().toISOString(), migrations } satisfies Manifest);
    for (const table of await listTables(client)) {
      yield line({ table: table.name, columns: table.columns });
      counts[table.name] = yield* rowsOf(client, table);
    }
    yield line({ end: counts } satisfies End);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: pg.Client, { name, columns }: Table): AsyncGenerator<string, number> {
  const list = columns.map(quote).join(', ');
  await client.query(
    `DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM (SELECT ${list} FROM ${quote(name)}) t`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${rowsAtOnce} FROM rows`);
    count += rows.length;
    if (rows.length > 0) yield rows.map(({ row }) => `${row}\n`).join('');
    if (rows.length < rowsAtOnce) break;
  }
  await client.query('CLOSE rows');
  return count;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
