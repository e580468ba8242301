import pg from 'pg';
import { postgresCluster } from '@/test/postgres-cluster';

const local = 'postgresql://postgres@127.0.0.1:5432/postgres';

/** The PostgreSQL named in TEST_DATABASE_URL, that of this machine, or one started for the purpose; as it is configured. */
export async function benchServer() {
  const named = process.env.TEST_DATABASE_URL || ((await versionOf(local)) && local);
  const cluster = named ? undefined : postgresCluster();
  const url = named || cluster?.url;
  if (!url)
    throw new Error('No PostgreSQL: set TEST_DATABASE_URL, start one on 127.0.0.1:5432, or install postgresql.');
  return {
    version: (await versionOf(url)) ?? 'unknown',
    async create(name: string) {
      await run(url, `CREATE DATABASE ${name}`);
      const address = new URL(url);
      address.pathname = name;
      return { url: address.href, drop: () => run(url, `DROP DATABASE ${name} WITH (FORCE)`) };
    },
    async close() {
      cluster?.remove();
    },
  };
}

async function versionOf(url: string): Promise<string | null> {
  return run(url, 'SHOW server_version').then(
    ([row]) => (row as { server_version: string }).server_version,
    () => null,
  );
}

async function run(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
