import { expect, it } from 'vitest';
import { db } from '@/test/database';
import { learnSizes } from './learn-sizes';

it('learns of a table that has grown, and not again before it is several times as large', async () => {
  const table = `sized_${process.hrtime.bigint()}`;
  const fill = (from: number, to: number) =>
    db.$executeRawUnsafe(`INSERT INTO ${table} SELECT id, repeat('a', 100) FROM generate_series(${from}, ${to}) id`);
  const known = async () => {
    await learnSizes([table]);
    const [row] = await db.$queryRaw<{ rows: number }[]>`
      SELECT reltuples::int AS rows FROM pg_class WHERE relname = ${table}`;
    return row!.rows;
  };
  await db.$executeRawUnsafe(`CREATE TABLE ${table} (id int PRIMARY KEY, text text) WITH (autovacuum_enabled = off)`);
  await fill(1, 5_000);
  expect(await known()).toBe(5_000);
  await fill(5_001, 10_000);
  expect(await known()).toBe(5_000);
  await fill(10_001, 25_000);
  expect(await known()).toBe(25_000);
  await db.$executeRawUnsafe(`DROP TABLE ${table}`);
}, 60_000);
