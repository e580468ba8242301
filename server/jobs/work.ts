import 'server-only';
import { log } from '@/server/log';
import { boss } from './boss';
import { workers } from './enqueue';
import { queueNames, type QueueName, type Queues } from './queues';

/**
 * How many workers a queue has in this process, and how many jobs each takes at once. One job each where some take long:
 * a batch waits for its slowest. Checks of a sweep all wait for their slots, so those go together; there is room for those
 * that twenty apps can have in a few seconds, for a slot that nobody sits at is lost.
 */
const crews: Record<QueueName, { workers: number; batch?: number }> = {
  'authorization.exchange': { workers: 4 },
  'authorization.compare': { workers: 2 },
  'connection.inspect': { workers: 4 },
  'connection.let_go': { workers: 1 },
  'connection.check': { workers: 2 },
  'connection.describe': { workers: 2 },
  'sweep.plan': { workers: 1 },
  'sweep.check': { workers: 8, batch: 50 },
  'health.snapshot': { workers: 1 },
  'checks.forget': { workers: 1 },
  'audit.note': { workers: 1 },
  'vault.reencrypt': { workers: 1 },
  'authorization.resume': { workers: 1 },
};

const schedules = {
  'authorization.resume': '* * * * *',
  'sweep.plan': '* * * * *',
  'health.snapshot': '0 * * * *',
  'checks.forget': '23 * * * *',
  'vault.reencrypt': '* * * * *',
  'audit.note': '41 * * * *',
} as const satisfies Partial<Record<QueueName, string>>;

export type Handlers = { [Name in QueueName]: (data: Queues[Name], jobId: string) => Promise<void> };
type Job = { id: string; data: object };

/** Starts this process's workers, and the schedules. */
export async function startWorkers(handlers: Handlers): Promise<void> {
  const engine = await boss();
  for (const name of queueNames) {
    const handle = handlers[name] as (data: object, jobId: string) => Promise<void>;
    const { workers: count, batch = 1 } = crews[name];
    const options = { batchSize: batch, pollingIntervalSeconds: 2 };
    const start = () =>
      engine.work<object>(name, options, (jobs) => (batch === 1 ? runOne(jobs, handle) : runAll(name, jobs, handle)));
    workers().set(name, await Promise.all(Array.from({ length: count }, start)));
  }
  for (const [name, cron] of Object.entries(schedules)) await engine.schedule(name, cron);
}

async function runOne([job]: Job[], handle: Handlers[QueueName]): Promise<void> {
  if (job) await handle(job.data as never, job.id);
}

/** One that fails is tried again by itself; the others of its batch are done. */
async function runAll(name: QueueName, jobs: Job[], handle: Handlers[QueueName]): Promise<void> {
  const engine = await boss();
  const run = async (job: Job) => {
    try {
      await handle(job.data as never, job.id);
    } catch (error) {
      log.warn({ err: error, queue: name }, 'A job failed');
      await engine.fail(name, job.id, { message: (error as Error).message });
    }
  };
  await Promise.all(jobs.map(run));
}
