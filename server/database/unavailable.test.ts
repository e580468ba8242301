import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '@/server/database/generated/client';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { AppError } from '@/server/errors';
import { postgresCluster } from '@/test/postgres-cluster';

const cluster = process.env.TEST_DATABASE_URL ? postgresCluster() : undefined;

describe.runIf(cluster)('a PostgreSQL that goes away', () => {
  const adapter = new PrismaPg({ connectionString: cluster?.url, max: 2, connectionTimeoutMillis: 1_000 });
  const db = new PrismaClient({ adapter });
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => 'no failure',
      (error: unknown) => error,
    );

  afterAll(async () => {
    await db.$disconnect();
    cluster?.remove();
  });

  it('is told apart while a transaction runs, while it is down, and works again after', async () => {
    const inTransaction = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      cluster?.stop('immediate');
      await tx.$queryRaw`SELECT 1`;
    });
    expect(await failure(inTransaction)).toSatisfy(isDatabaseUnavailable);
    expect(await failure(db.$queryRaw`SELECT 1`)).toSatisfy(isDatabaseUnavailable);
    expect(await failure(db.team.count())).toSatisfy(isDatabaseUnavailable);
    expect(await failure(db.$transaction((tx) => tx.$queryRaw`SELECT 1`))).toSatisfy(isDatabaseUnavailable);
    cluster?.start();
    expect(await db.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it('is told apart when it ends a query that runs', async () => {
    const ended = failure(db.$queryRaw`SELECT pg_sleep(30)::text`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await db.$queryRaw`SELECT count(pg_terminate_backend(pid))::text FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'`;
    expect(await ended).toSatisfy(isDatabaseUnavailable);
  });

  it('is told apart when every connection is taken', async () => {
    const slow = [1, 2].map(() => failure(db.$queryRaw`SELECT pg_sleep(2)::text`));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await failure(db.team.count())).toSatisfy(isDatabaseUnavailable);
    await Promise.all(slow);
  });

  it('is not blamed for a query that is wrong', async () => {
    expect(await failure(db.$queryRaw`SELECT nothing`)).not.toSatisfy(isDatabaseUnavailable);
    expect(await failure(db.team.count())).not.toSatisfy(isDatabaseUnavailable);
  });
});

it('knows other failures from its own', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 203.0.113.1:443'), { code: 'ECONNREFUSED' });
  expect(isDatabaseUnavailable(new AppError('upstream', 'TikTok does not answer', { cause: refused }))).toBe(false);
  expect(isDatabaseUnavailable(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }))).toBe(
    false,
  );
  expect(isDatabaseUnavailable(Object.assign(new Error('duplicate key'), { code: 'P2002' }))).toBe(false);
  expect(isDatabaseUnavailable('connect ECONNREFUSED')).toBe(false);
});
