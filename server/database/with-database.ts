import 'server-only';
import { makePrivate } from '@/server/data-dir';
import { opened } from '@/server/database/connection';
import { closeDatabase, openDatabase } from '@/server/database/open';
import { clearSocket, socketFolder, socketPath } from '@/server/database/socket-folder';
import { env } from '@/server/env';

/**
 * The database for a program beside the server: that of DATABASE_URL; else the embedded one, through the socket of the
 * server that holds it, or opened and locked by this program where none runs. Ends what it began, and nothing else.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const held = await heldByServer();
  if (held) opened().database = held;
  else await openDatabase();
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}

async function heldByServer() {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return undefined;
  makePrivate(DATA_DIR);
  const host = socketFolder(DATA_DIR);
  if (await clearSocket(socketPath(host))) return undefined;
  const connection = { host, port: 5432, user: 'postgres', database: 'postgres' };
  return { connection, close: async () => undefined };
}
