import 'server-only';
import { db } from '@/server/database/client';

/**
 * Has the planner learn anew of those of these tables that are several times what it knows of them: for who writes many
 * thousands of rows, and does not want to wait a minute for autovacuum. Until a table is known, each check of a reference
 * to it may go through all of the team's rows. A table that somebody tends just now is left to them.
 */
export async function learnSizes(tables: readonly string[]): Promise<void> {
  const grown = await db.$queryRaw<{ name: string }[]>`
    SELECT oid::regclass::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname = ANY(${tables}::text[])
      AND pg_relation_size(oid) > 4 * current_setting('block_size')::int * greatest(relpages, 1)::bigint`;
  for (const { name } of grown) await db.$executeRawUnsafe(`ANALYZE (SKIP_LOCKED) ${name}`);
}
