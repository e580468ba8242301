import 'server-only';
import { mostSeals, sealsToRotate } from '@/contract/vault';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { log } from '@/server/log';
import { shared } from '@/server/shared';

/** How often a data key has sealed: in the database when it was last read, and here since; when the log last told. */
type Count = { kept: number; since: number; toldAt: number };

const everyMs = 3_600_000;
const counts = () => shared('seal-counts', () => new Map<number, Count>());

function countOf(id: number): Count {
  const count = counts().get(id) ?? { kept: 0, since: 0, toldAt: -Infinity };
  counts().set(id, count);
  return count;
}

/** Of all instances, as of seconds ago. */
export function sealsOf(id: number): number {
  const { kept, since } = countOf(id);
  return kept + since;
}

/** @throws AppError unavailable where one more nonce drawn at random could be one that this key has used. */
export function countSeal(id: number): void {
  if (sealsOf(id) >= mostSeals) {
    throw new AppError('unavailable', 'The data key has sealed as often as is safe. An owner has to rotate it.', {
      data: { reason: 'key_spent' },
    });
  }
  countOf(id).since += 1;
}

/** Adds what was counted here since the last time. A process that is killed takes a few seconds' worth with it. */
export async function keepSealCounts(): Promise<void> {
  for (const [id, count] of counts()) {
    const { since } = count;
    if (since === 0) continue;
    count.since = 0;
    try {
      await db.$executeRaw`UPDATE "DataKey" SET seals = seals + ${since} WHERE id = ${id}`;
      count.kept += since;
    } catch (error) {
      count.since += since;
      throw error;
    }
  }
}

/** Takes in what all instances have counted, and tells the log each hour of a key that should be rotated. */
export function learnSealCounts(dataKeys: { id: number; seals: number }[], current: number): void {
  for (const { id, seals } of dataKeys) countOf(id).kept = seals;
  const count = countOf(current);
  const due = count.kept >= sealsToRotate && performance.now() - count.toldAt > everyMs;
  if (!due) return;
  count.toldAt = performance.now();
  log.warn(
    { dataKey: current, seals: count.kept, most: mostSeals },
    'A data key has sealed so often that it should be rotated: npm run rotate -- data',
  );
}
