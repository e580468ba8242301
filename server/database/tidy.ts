import 'server-only';
import { db } from '@/server/database/client';
import { isDatabaseUnavailable } from '@/server/database/unavailable';
import { log } from '@/server/log';

const everyMs = 15_000;

/**
 * Does for the embedded database what PostgreSQL has a process of its own for: without statistics a join of ten
 * thousand rows takes seconds instead of milliseconds, and what was overwritten takes up room for ever.
 */
export function startTidying(): void {
  setInterval(() => {
    tidy().catch((error: unknown) => {
      if (!isDatabaseUnavailable(error)) log.warn({ err: error }, 'Tidying the database failed');
    });
  }, everyMs).unref();
}

/** Tables of which so many rows have changed that a plan made for the earlier ones may be wrong. */
export async function tidy(): Promise<void> {
  const tables = await db.$queryRaw<{ name: string; dead: boolean }[]>`
    SELECT format('%I.%I', schemaname, relname) AS name, n_dead_tup > 1000 + n_live_tup / 5 AS dead
    FROM pg_stat_user_tables
    WHERE n_mod_since_analyze > 500 + n_live_tup / 10 OR n_dead_tup > 1000 + n_live_tup / 5`;
  for (const { name, dead } of tables) {
    await db.$executeRawUnsafe(dead ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`);
  }
}
