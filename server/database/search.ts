import 'server-only';
import { Prisma } from './generated/client';

/**
 * That a searchText column holds what somebody typed, whatever its case, width and script, wildcards as they stand. The
 * index on its search_grams serves it; the functions are of the migration `lists`.
 */
export function holds(searchText: Prisma.Sql, q: string): Prisma.Sql {
  const wanted = Prisma.sql`search_text(${q})`;
  return Prisma.sql`(search_grams(${searchText}) @> wanted_grams(${wanted}) AND ${searchText} LIKE wanted_pattern(${wanted}))`;
}
