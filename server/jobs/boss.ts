import 'server-only';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import PgBoss from 'pg-boss';
import type { PoolConfig } from 'pg';
import { databaseConnection } from '@/server/database/connection';
import { log } from '@/server/log';
import { forget, shared } from '@/server/shared';
import { queueNames, queueOptions, type QueueName } from './queues';

/** The job engine, started on first use; its tables live in the schema `pgboss` of the same database. */
export function boss(): Promise<PgBoss> {
  return shared('boss', start);
}

async function start(): Promise<PgBoss> {
  const engine = newEngine(databaseConnection());
  await engine.start();
  await makeQueues(engine);
  return engine;
}

/** pg-boss keeps the jobs that its own schedules are about to send in one more. */
const ownQueue = '__pgboss__send-it';

/** Makes the tables of the engine and of each queue, as who owns them: who serves may only use what is there. */
export async function prepareJobs(connection: PoolConfig): Promise<void> {
  const engine = newEngine(connection, { schedule: false, supervise: false });
  await engine.start();
  await besideOthers.execute(() => engine.createQueue(ownQueue));
  await makeQueues(engine);
  await engine.stop({ graceful: false });
}

function newEngine(connection: PoolConfig, options: Pick<PgBoss.ConstructorOptions, 'schedule' | 'supervise'> = {}) {
  const engine = new PgBoss({
    ...(connection as PgBoss.DatabaseOptions),
    max: 2,
    application_name: 'grantboard-jobs',
    ...options,
  });
  engine.on('error', (error) => log.warn({ error: error.message }, 'job engine'));
  return engine;
}

/** Of instances that start together and wait for each other's queues, PostgreSQL ends one (40P01): it goes on after a moment. */
const besideOthers = retry(
  handleWhen((error) => (error as { code?: unknown }).code === '40P01'),
  { maxAttempts: 10, backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 1_000 }) },
);

async function makeQueues(engine: PgBoss): Promise<void> {
  for (const name of queueNames) await besideOthers.execute(() => makeQueue(engine, name));
}

async function makeQueue(engine: PgBoss, name: QueueName): Promise<void> {
  await engine.createQueue(name, { name, ...queueOptions(name) });
  // One that an older version made keeps its options otherwise.
  await engine.updateQueue(name, { name, ...queueOptions(name) });
}

/** From here on no job is asked for: the engine would be started again. What has to be done stands in the rows. */
export function endJobs(): void {
  forget('boss');
  const over = Promise.reject<PgBoss>(new Error('The process is ending.'));
  over.catch(() => undefined);
  shared('boss', () => over);
}

/** Lets running jobs finish, for at most ten seconds. */
export async function stopJobs(): Promise<void> {
  const engine = await boss();
  await engine.stop({ graceful: true, timeout: 10_000, close: true });
  forget('boss');
}
