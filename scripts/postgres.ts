import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { postgresCluster } from '@/test/postgres-cluster';

/** Runs the tests on PostgreSQL: the one named, the one on this machine, or one started for the purpose. */
const local = 'postgresql://postgres@127.0.0.1:5432/postgres';
const named = process.env.TEST_DATABASE_URL;
const cluster = named || (await answers(local)) ? undefined : postgresCluster();
const url = named || cluster?.url || ((await answers(local)) ? local : undefined);

if (!url) {
  console.error('No PostgreSQL: set TEST_DATABASE_URL, start one on 127.0.0.1:5432, or install postgresql.');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: url },
});
cluster?.remove();
process.exit(status ?? 1);

async function answers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ may: boolean }>(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0]?.may ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
