import type pg from 'pg';

type Definition = { drop: string; create: string };

/** Logs are written a million rows at a time, and nothing looks into them meanwhile. */
const logs = ['AuditEvent', 'Check', 'ConnectionEvent'];

/** Does `work` with the log tables bare of secondary indexes and foreign keys, which are then made anew, and checked. */
export async function withoutIndexes(client: pg.ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<Definition>(definitions, [logs]);
  for (const { drop } of rows) await client.query(drop);
  await work();
  // What waits for the commit would stand in the way of altering the tables it is about.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { create } of rows) await client.query(create);
}

const definitions = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS create
  FROM pg_constraint WHERE contype = 'f' AND conrelid IN (SELECT format('%I', name)::regclass FROM unnest($1::text[]) name)
  UNION ALL
  SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
  FROM pg_index i WHERE i.indrelid IN (SELECT format('%I', name)::regclass FROM unnest($1::text[]) name)
    AND NOT i.indisprimary AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)`;
