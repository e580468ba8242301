import { freshDatabase } from '@/test/fresh-database';
import { postgresCluster, type Cluster } from '@/test/postgres-cluster';

/** Where the product under chaos keeps its rows; no `url` means the embedded database. */
export type ChaosDatabase = { url: string; close: () => Promise<void> };

export const embeddedDatabase: ChaosDatabase = { url: '', close: async () => undefined };

/** An empty database on the server of TEST_DATABASE_URL, or a server started for the purpose. */
export async function postgresDatabase(): Promise<ChaosDatabase> {
  const named = process.env.TEST_DATABASE_URL;
  if (named) return freshDatabase(named, []);
  const cluster = ownCluster();
  return { url: cluster.url, close: async () => cluster.remove() };
}

/** One that may be stopped and started: ours alone. */
export function ownCluster(): Cluster {
  const cluster = postgresCluster();
  if (!cluster) throw new Error('This machine has no initdb and pg_ctl: install postgresql.');
  return cluster;
}
