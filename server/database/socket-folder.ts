import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { embeddedPaths, makePrivate } from '@/server/data-dir';
import { StartError } from '@/server/start-error';

/** PostgreSQL clients take a folder and add this name. */
const socketName = '.s.PGSQL.5432';
/** Kernels cut the path of a socket at 104 to 108 bytes. */
const longestPath = 100;

export const socketPath = (folder: string) => join(folder, socketName);

/** Listened at from before the files are opened until after they are closed, when nobody serves yet or any more. */
export const heldPath = (folder: string) => join(folder, 'held');

/** A folder only this user can enter, within the data folder, or in the temporary one where that path is too long. */
export function socketFolder(dataDir: string): string {
  const folder = embeddedPaths(dataDir).socket;
  if (Buffer.byteLength(socketPath(folder)) <= longestPath) return open(folder);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return open(join(tmpdir(), `grantboard-${name}`));
}

function open(folder: string): string {
  makePrivate(folder);
  if (statSync(folder).uid !== process.getuid?.()) throw new StartError(`${folder} belongs to another user.`);
  return folder;
}

/** Removes what a killed process left. False if someone answers, as from another container on the same volume. */
export async function clearSocket(path: string): Promise<boolean> {
  if (!existsSync(path)) return true;
  if (await answers(path)) return false;
  // Somebody may have begun to listen since: what is taken away is asked once more, and put back where it answers.
  const aside = join(dirname(path), randomBytes(4).toString('hex'));
  if (!isMoved(path, aside)) return true;
  if (await answers(aside)) {
    renameSync(aside, path);
    return false;
  }
  rmSync(aside, { force: true });
  return true;
}

/** False where somebody else has taken it away already. */
function isMoved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Listens at a path until told to stop, so that whoever sees the folder sees that somebody has it.
 * @returns undefined where somebody else listens there
 */
export async function holdSocket(path: string): Promise<(() => void) | undefined> {
  if (!(await clearSocket(path))) return undefined;
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(() => void server.close());
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(path, () => resolve(true));
    probe.once('error', () => resolve(false));
    probe.once('close', () => probe.destroy());
    probe.unref();
    setTimeout(() => resolve(true), 1_000).unref();
  });
}
