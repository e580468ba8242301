import 'server-only';
import { AppError } from '@/server/errors';
import type { Prisma } from './generated/client';
import {
  cutOf,
  decodePosition,
  encodePosition,
  isBackwards,
  partsFrom,
  whereValued,
  type Cut,
  type Keyed,
  type KeysetOrder,
  type Position,
} from './keyset-cut';

export type { Cut, KeysetOrder };

type Place = { cursor?: string; limit: number; skip?: number };
type Read<Row> = (cut: Cut) => Promise<Row[]>;
type Count = (where: Prisma.Sql) => Promise<number>;
type Page<Row> = { rows: Row[]; nextCursor: string | null; previousCursor: string | null };

/**
 * One page in the order given, found by the values of a row shown before and not by counting rows off, so that page 200
 * costs what page 1 does. Rows without a value come last, whichever way the others are sorted. `read` selects `id` and
 * `value` of the rows it is told to, in that order; `count` tells how many rows of the list meet a further
 * condition, and is asked only where `skip` leads past all that have a value.
 * @throws AppError invalid_input on a cursor of another list or order, and on `skip` beside a cursor.
 */
export async function readKeysetPage<Row extends Keyed>(
  order: KeysetOrder,
  { cursor, limit, skip = 0 }: Place,
  read: Read<Row>,
  count: Count = () => Promise.resolve(0),
): Promise<Page<Row>> {
  if (cursor !== undefined && skip > 0) {
    throw new AppError('invalid_input', 'Skip rows or follow a cursor, not both.', { data: { field: 'skip' } });
  }
  const from = cursor === undefined ? null : decodePosition(order, cursor);
  const found = await readOn(order, from, { skip, take: limit + 1 }, read, count);
  const rows = found.slice(0, limit);
  const more = found.length > limit;
  if (isBackwards(from)) rows.reverse();
  const [before, after] = isBackwards(from) ? [more, from?.way !== 'end'] : [from !== null || skip > 0, more];
  return {
    rows,
    nextCursor: after ? encodePosition(order, beyond('after', rows.at(-1), from)) : null,
    previousCursor: before ? encodePosition(order, beyond('before', rows[0], from)) : null,
  };
}

/** From the outermost row shown. Where none was, back to where this page was looked for, that row included. */
function beyond(way: 'after' | 'before', row: Keyed | undefined, from: Position | null): Position {
  if (row) return { way, value: row.value, id: row.id };
  if (from === null || from.way === 'end') return { way: 'end' };
  return { ...from, way: way === 'after' ? 'from' : 'upTo' };
}

async function readOn<Row extends Keyed>(
  order: KeysetOrder,
  from: Position | null,
  { skip, take }: { skip: number; take: number },
  read: Read<Row>,
  count: Count,
): Promise<Row[]> {
  const rows: Row[] = [];
  let left = skip;
  for (const part of partsFrom(order, from)) {
    if (part === 'empty' && !order.unvalued && left > 0)
      left = rows.length > 0 ? 0 : left - (await count(whereValued(order)));
    rows.push(...(await read(cutOf(order, part, from, { take: take - rows.length, skip: Math.max(left, 0) }))));
    if (rows.length === take) break;
  }
  return rows;
}
