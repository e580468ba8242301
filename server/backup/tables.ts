import 'server-only';
import type pg from 'pg';

export type Table = { name: string; columns: string[] };

/** Left out: what belongs to this place and time and would be wrong in another. Sessions end, guesses are forgotten. */
const momentary = ['_prisma_migrations', 'Session', 'RateLimit'];

/** Every table of the product with the columns that are written (not computed), those referred to before those that refer. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(columns, [momentary]);
  const { rows: references } = await client.query<{ from: string; to: string }>(foreignKeys);
  const done: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const waits = ({ name }: Table) =>
      references.some(({ from, to }) => from === name && to !== name && left.some((other) => other.name === to));
    const next = left.filter((table) => !waits(table));
    if (next.length === 0) throw new Error(`Tables refer to each other in a circle: ${left.map(({ name }) => name)}`);
    done.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return done;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const columns = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relname = ANY ($1::text[])
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  GROUP BY c.relname ORDER BY c.relname`;

const foreignKeys = `
  SELECT f.relname AS from, t.relname AS to FROM pg_constraint
  JOIN pg_class f ON f.oid = conrelid JOIN pg_class t ON t.oid = confrelid WHERE contype = 'f'`;
