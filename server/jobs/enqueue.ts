import 'server-only';
import type PgBoss from 'pg-boss';
import { inRounds } from '@/server/database/in-rounds';
import { log } from '@/server/log';
import { shared } from '@/server/shared';
import { boss } from './boss';
import { rowOf, type QueueName, type Queues } from './queues';

/** Ids of this process's workers, to wake them when work arrives instead of waiting for its next look. */
export const workers = () => shared('workers', () => new Map<QueueName, string[]>());

/**
 * Asks for a job, `afterSeconds` from now; with `everySeconds` once in that time for each `key`. Call it after the
 * commit: what has to be done is written in the rows themselves, and the minute's `authorization.resume` finds whatever
 * was never asked for.
 */
export async function enqueue<Name extends QueueName>(
  name: Name,
  data: Queues[Name],
  {
    afterSeconds = 0,
    key = rowOf(data),
    everySeconds,
  }: { afterSeconds?: number; key?: string; everySeconds?: number } = {},
): Promise<void> {
  try {
    await inRound(name, {
      name,
      data,
      startAfter: `${afterSeconds}`,
      singletonKey: key,
      singletonSeconds: everySeconds,
    });
    if (afterSeconds > 0) return;
    const engine = await boss();
    workers()
      .get(name)
      ?.forEach((worker) => engine.notifyWorker(worker));
  } catch (error) {
    log.warn({ queue: name, error: (error as Error).message }, 'could not enqueue; the next resume will');
  }
}

/** Of jobs of one queue that are asked for at once, the engine is told in one statement. */
const inRound = inRounds('jobs', async (_, jobs: PgBoss.JobInsert[]) => {
  await (await boss()).insert(jobs);
  return jobs.map(() => undefined);
});
