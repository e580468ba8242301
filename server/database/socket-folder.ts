import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPaths, makePrivate } from '@/server/data-dir';
import { StartError } from '@/server/start-error';

/** PostgreSQL clients take a folder and add this name. */
const socketName = '.s.PGSQL.5432';
/** Kernels cut the path of a socket at 104 to 108 bytes. */
const longestPath = 100;

export const socketPath = (folder: string) => join(folder, socketName);

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
  const answered = await new Promise<boolean>((resolve) => {
    const probe = connect(path, () => resolve(true));
    probe.once('error', () => resolve(false));
    probe.once('close', () => probe.destroy());
    probe.unref();
    setTimeout(() => resolve(true), 1_000).unref();
  });
  if (!answered) rmSync(path, { force: true });
  return !answered;
}
