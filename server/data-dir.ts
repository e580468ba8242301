import 'server-only';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@/server/start-error';

/** Where the embedded database and what belongs to it live within DATA_DIR. */
export const embeddedPaths = (dataDir: string) => ({
  database: join(dataDir, 'database'),
  draft: join(dataDir, 'database.new'),
  socket: join(dataDir, 'socket'),
  holder: join(dataDir, 'in-use.json'),
});

/** Makes a folder that only its owner can enter, and refuses one that others can. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32' && statSync(folder).mode & 0o077) {
    throw new StartError(`${folder} is open to other users of this machine. Close it: chmod 700 ${folder}`);
  }
}
