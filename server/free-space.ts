import 'server-only';
import { statfs } from 'node:fs/promises';
import { env } from '@/server/env';
import { AppError } from '@/server/errors';
import { shared } from '@/server/shared';

const mb = 1024 * 1024;
const low = 256 * mb;
const veryLow = 64 * mb;
const freshMs = 2_000;

export type Space = 'enough' | 'low' | 'very_low';

/** Free bytes where the journal is and, embedded, the database. */
export async function freeSpace(): Promise<number> {
  const { bavail, bsize } = await statfs(env().DATA_DIR);
  return bavail * bsize;
}

type Reading = { at: number; space: Promise<Space> };

/** How near the disk is to full. Read again every two seconds at most; where it cannot be read it is not full. */
export function space(read = freeSpace): Promise<Space> {
  const last = shared<Reading>('space', () => ({ at: -Infinity, space: Promise.resolve('enough') }));
  if (performance.now() - last.at >= freshMs) {
    last.at = performance.now();
    last.space = read().then(spaceOf, () => 'enough' as const);
  }
  return last.space;
}

export function spaceOf(bytes: number): Space {
  return bytes < veryLow ? 'very_low' : bytes < low ? 'low' : 'enough';
}

/**
 * Before anything is begun that needs room to be finished: a code, once used, must find a place for its token.
 * @throws AppError unavailable (`disk_full`): nothing was used or changed
 */
export async function demandSpace(read?: typeof freeSpace): Promise<void> {
  if ((await space(read)) !== 'enough') throw diskFull('No new authorization is begun: the disk is nearly full.');
}

/** Before any change. @throws AppError unavailable (`disk_full`) */
export async function demandWritable(read?: typeof freeSpace): Promise<void> {
  if ((await space(read)) === 'very_low') throw diskFull('Nothing can be changed: the disk is full.');
}

function diskFull(message: string): AppError {
  return new AppError('unavailable', `${message} Free some space on the server; it goes on by itself.`, {
    data: { reason: 'disk_full' },
  });
}
