import { afterAll, expect, test } from 'vitest';
import { newId } from '@/server/database/new-id';
import { db } from '@/test/database';
import { boss, stopJobs } from './boss';
import { enqueue } from './enqueue';

afterAll(stopJobs);

const about = (id: string) => ({ teamId: newId(), authorizationId: id, connectionId: id });

async function waiting(id: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM pgboss.job WHERE singleton_key = ${id} AND state = 'created'`;
  return Number(row?.count);
}

test.each(['authorization.exchange', 'authorization.compare', 'connection.inspect'] as const)(
  'however often %s is asked for, one job a row waits',
  async (name) => {
    const [id, other] = [newId(), newId()];
    for (let minute = 0; minute < 3; minute++) await enqueue(name, about(id));
    await enqueue(name, about(id), { afterSeconds: 60 });
    await enqueue(name, about(other));
    expect([await waiting(id), await waiting(other)]).toEqual([1, 1]);
  },
);

test('a job that is being done can be asked for again', async () => {
  const id = newId();
  await enqueue('connection.inspect', about(id));
  await db.$executeRaw`UPDATE pgboss.job SET state = 'active' WHERE singleton_key = ${id}`;
  await enqueue('connection.inspect', about(id));
  expect(await waiting(id)).toBe(1);
});

test('a queue that an older version made takes the options of today', async () => {
  const engine = await boss();
  await engine.updateQueue('connection.inspect', { name: 'connection.inspect', policy: 'standard' });
  await stopJobs();
  await enqueue('connection.inspect', about(newId()));
  expect((await (await boss()).getQueue('connection.inspect'))?.policy).toBe('short');
});
