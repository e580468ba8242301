import type pg from 'pg';

type Row = Record<string, unknown>;

const atOnce = 5_000;

/** Inserts many rows in a few statements. All have the columns of the first; bytes go as `\x…`, times as ISO texts. */
export async function insertRows(client: pg.ClientBase, table: string, rows: Iterable<Row>): Promise<void> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === atOnce) {
      await insertBatch(client, table, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await insertBatch(client, table, batch);
}

async function insertBatch(client: pg.ClientBase, table: string, batch: Row[]): Promise<void> {
  const columns = Object.keys(batch[0]!)
    .map((name) => `"${name}"`)
    .join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
    [JSON.stringify(batch)],
  );
}
