import 'server-only';
import { disconnect } from '@/server/database/client';
import { opened, ownerConnection } from '@/server/database/connection';
import { openEmbedded } from '@/server/database/embedded';
import { migrate } from '@/server/database/migrate';
import { env } from '@/server/env';
import { prepareJobs } from '@/server/jobs/boss';
import { log } from '@/server/log';
import { forget, shared } from '@/server/shared';

/**
 * Opens the database (the embedded one under its lock) and applies what migrations are missing. Asking again, from any
 * bundle, gives the same opening. Throws a StartError where the operator has to act.
 */
export function openDatabase(): Promise<void> {
  return shared('opening', () =>
    open().catch((error: unknown) => {
      forget('opening');
      throw error;
    }),
  );
}

async function open(): Promise<void> {
  const { DATABASE_URL, MIGRATE_DATABASE_URL, DATA_DIR } = env();
  if (!DATABASE_URL) opened().database = await openEmbedded(DATA_DIR);
  try {
    const applied = await migrate(ownerConnection());
    if (MIGRATE_DATABASE_URL) await prepareJobs(ownerConnection());
    if (applied.length > 0) log.info({ applied }, 'The database is migrated');
  } catch (error) {
    await closeEmbedded();
    throw error;
  }
}

/** The database as it is, for a restore: whoever asks brings the schema as well. */
export async function openBareDatabase(): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (!DATABASE_URL) opened().database = await openEmbedded(DATA_DIR);
}

/** Ends all connections and, for the embedded database, writes a checkpoint and lets go of the folder. */
export async function closeDatabase(): Promise<void> {
  await disconnect();
  await closeEmbedded();
  forget('opening');
}

async function closeEmbedded(): Promise<void> {
  const { database } = opened();
  delete opened().database;
  await database?.close();
}
