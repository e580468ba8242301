import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '@/server/database/migrate';
import type { Migration } from '@/server/database/migration-files';

/** A new database on a PostgreSQL server, migrated as far as `migrations` go; `close` drops it. */
export async function freshDatabase(
  server: string,
  migrations?: Migration[],
): Promise<{ url: string; close: () => Promise<void> }> {
  const name = `grantboard_test_${randomBytes(6).toString('hex')}`;
  await run(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  if (migrations?.length !== 0) await migrate({ connectionString: url.href }, migrations);
  return { url: url.href, close: () => run(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function run(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
