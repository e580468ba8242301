import 'server-only';
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { embeddedPaths } from '@/server/data-dir';
import { StartError } from '@/server/start-error';

type Release = () => void;

/**
 * Holds the data folder for this process, and refuses if another has it: two on one folder destroy it. The kernel
 * keeps the lock and lets go of it when the process ends, however it ends; nothing times out, so the lock of a live
 * process cannot be taken from it.
 */
export async function lockDataDir(dataDir: string): Promise<Release> {
  const folder = realpathSync(dataDir);
  const { holder } = embeddedPaths(folder);
  const release = process.platform === 'linux' ? await lockName(folder) : lockFile(folder);
  if (!release) throw dataDirInUse(folder);
  const since = new Date().toISOString();
  writeFileSync(holder, JSON.stringify({ pid: process.pid, host: hostname(), since }), { mode: 0o600 });
  return () => {
    rmSync(holder, { force: true });
    release();
  };
}

export function dataDirInUse(dataDir: string): StartError {
  return new StartError(
    `The database in ${dataDir} is in use by ${readHolder(dataDir)}. Only one process can open it. ` +
      'Stop that one first, or give the new one another DATA_DIR (or a DATABASE_URL, which any number can share).',
  );
}

/** Linux: an abstract socket, a name without a file that one process can listen on at a time. */
function lockName(folder: string): Promise<Release | undefined> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(`\0grantboard-${name}`, () => {
      server.unref();
      resolve(() => void server.close());
    });
  });
}

/** macOS and BSD lock a file while opening it. Node has no name for the flag, and passes it on. */
const O_EXLOCK = 0x20;

function lockFile(folder: string): Release | undefined {
  const { O_CREAT, O_RDWR, O_NONBLOCK } = constants;
  try {
    const file = openSync(join(folder, 'lock'), O_CREAT | O_RDWR | O_NONBLOCK | O_EXLOCK, 0o600);
    return () => closeSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return undefined;
    throw error;
  }
}

function readHolder(dataDir: string): string {
  try {
    const text = readFileSync(embeddedPaths(dataDir).holder, 'utf8');
    const { pid, host, since } = JSON.parse(text) as { pid: number; host: string; since: string };
    return `process ${pid} on ${host}, since ${since}`;
  } catch {
    return 'another process, since just now';
  }
}
