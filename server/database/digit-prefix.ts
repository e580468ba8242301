import 'server-only';
import { Prisma } from './generated/client';

/**
 * That a column of digits begins with these: as a range, which an index serves under any collation, as LIKE only does
 * under some.
 */
export function beginsWithDigits(column: Prisma.Sql, digits: string): Prisma.Sql {
  const end = endOf(digits);
  const range = end ? Prisma.sql`${column} >= ${digits} AND ${column} < ${end}` : Prisma.sql`${column} >= ${digits}`;
  return Prisma.sql`(${range} AND starts_with(${column}, ${digits}))`;
}

/** The first text of digits beyond all that begin with these: 1239 → 124. None is beyond 99. */
function endOf(digits: string): string | null {
  const kept = digits.replace(/9+$/, '');
  return kept ? kept.slice(0, -1) + String(Number(kept.slice(-1)) + 1) : null;
}
