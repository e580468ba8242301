import 'server-only';
import type { Pool, PoolConfig } from 'pg';
import type { OpenedDatabase } from '@/server/database/embedded';
import { env } from '@/server/env';
import { shared } from '@/server/shared';

/** What is open in this process. Set by openDatabase. */
export const opened = () => shared<{ database?: OpenedDatabase }>('database', () => ({}));

/** How to reach the database, for whoever needs connections of its own (the job queue). */
export function databaseConnection(): PoolConfig {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = env();
  const pool = { max: DATABASE_POOL_SIZE, connectionTimeoutMillis: 10_000, keepAlive: true };
  if (DATABASE_URL) return { connectionString: DATABASE_URL, application_name: 'grantboard', ...pool };
  const { database } = opened();
  if (!database) throw new Error('The embedded database is not open: openDatabase() comes first.');
  return { ...database.connection, ...pool };
}

/** The same as who owns the tables, where that is another role than the one that serves. */
export function ownerConnection(): PoolConfig {
  const { MIGRATE_DATABASE_URL } = env();
  return { ...databaseConnection(), ...(MIGRATE_DATABASE_URL && { connectionString: MIGRATE_DATABASE_URL }) };
}

/** The pool that the client of this process uses, once it has one. */
export const openedPool = (): Pool | undefined => shared<{ current?: Pool }>('pool', () => ({})).current;

export function keepPool(pool: Pool): Pool {
  shared<{ current?: Pool }>('pool', () => ({})).current = pool;
  return pool;
}
