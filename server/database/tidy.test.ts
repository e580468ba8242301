import { expect, it } from 'vitest';
import { db } from '@/test/database';
import { tidy } from './tidy';

it('learns what a table holds once much of it has changed, and lets go of what was overwritten', async () => {
  const table = `tidy_${process.hrtime.bigint()}`;
  const changes = async () => {
    const [row] = await db.$queryRaw<{ changed: number; dead: number }[]>`
      SELECT n_mod_since_analyze::int AS changed, n_dead_tup::int AS dead
      FROM pg_stat_user_tables WHERE relname = ${table}`;
    return row;
  };
  await db.$executeRawUnsafe(`CREATE TABLE ${table} (id int PRIMARY KEY, text text)`);
  await db.$executeRawUnsafe(`INSERT INTO ${table} SELECT id, 'a' FROM generate_series(1, 5000) id`);
  await db.$executeRawUnsafe(`UPDATE ${table} SET text = 'b'`);
  await expect.poll(changes, { timeout: 10_000 }).toMatchObject({ changed: 10_000 });
  // Rows that somebody else's transaction may still see are let go of the next time.
  const changesAfterTidying = () => tidy().then(changes);
  await expect.poll(changesAfterTidying, { timeout: 20_000 }).toEqual({ changed: 0, dead: 0 });
  await db.$executeRawUnsafe(`DROP TABLE ${table}`);
});
