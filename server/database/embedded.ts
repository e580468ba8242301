import 'server-only';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { PoolConfig } from 'pg';
import { embeddedPaths, makePrivate } from '@/server/data-dir';
import { dataDirInUse, lockDataDir } from '@/server/database/lock';
import { clearSocket, heldPath, holdSocket, socketFolder, socketPath } from '@/server/database/socket-folder';
import { wholePipelines } from '@/server/database/whole-pipelines';
import { log } from '@/server/log';
import { StartError } from '@/server/start-error';

export type OpenedDatabase = { connection: PoolConfig; close: () => Promise<void> };

/** PostgreSQL in this process, kept in the data folder and served on a socket in it, for this user alone. */
export async function openEmbedded(dataDir: string): Promise<OpenedDatabase> {
  if (process.platform === 'win32') throw new StartError('On Windows give a DATABASE_URL, or run this in WSL.');
  process.umask(0o077);
  makePrivate(dataDir);
  const folder = socketFolder(dataDir);
  // The kernel's lock ends at the border of a container; a socket in the folder is seen by whoever has the folder.
  const letGo = await holdSocket(heldPath(folder));
  if (!letGo) throw dataDirInUse(dataDir);
  let unlock: (() => void) | undefined;
  const release = () => {
    unlock?.();
    letGo();
  };
  try {
    unlock = await lockDataDir(dataDir);
    if (!(await clearSocket(socketPath(folder)))) throw dataDirInUse(dataDir);
    const database = await openFiles(dataDir);
    const stop = await serve(database, socketPath(folder));
    return {
      connection: { host: folder, port: 5432, user: 'postgres', database: 'postgres' },
      close: async () => {
        await stop();
        await database.exec('CHECKPOINT');
        await database.close();
        rmSync(folder, { recursive: true, force: true });
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

/** A first start makes the files aside and moves them into place, so that being killed meanwhile leaves nothing half. */
async function openFiles(dataDir: string): Promise<PGlite> {
  const { database, draft } = embeddedPaths(dataDir);
  if (!existsSync(database)) {
    rmSync(draft, { recursive: true, force: true });
    await (await PGlite.create(draft)).close();
    renameSync(draft, database);
  }
  try {
    return await PGlite.create(database);
  } catch (cause) {
    throw new StartError(
      `The database in ${database} does not open; nothing in it was changed. ` +
        'Is the disk full? If not, restore a backup into an empty DATA_DIR.',
      { cause },
    );
  }
}

async function serve(database: PGlite, path: string): Promise<() => Promise<void>> {
  let stopping = false;
  const onBroken = (error: unknown) => {
    if (stopping) return;
    log.fatal({ err: error }, 'The embedded database has failed. Start again: what was acknowledged is kept.');
    process.exit(70);
  };
  const server = new PGLiteSocketServer({ db: wholePipelines(database, onBroken), path, maxConnections: 100 });
  await server.start();
  return () => {
    stopping = true;
    return server.stop();
  };
}
