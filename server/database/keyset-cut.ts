import 'server-only';
import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor';
import { Prisma } from './generated/client';

/** What a list is sorted by: a column, and the id that decides between equals. `type` is PostgreSQL's name for it. */
export type KeysetOrder = {
  name: string;
  column: Prisma.Sql;
  type:
    | 'text'
    | 'int'
    | 'uuid'
    | 'timestamptz'
    | '"ConnectionState"'
    | '"Environment"'
    | '"RateTier"'
    | '"ReviewStatus"'
    | '"Reach"';
  /** What a value of it looks like as text; a cursor may come from anybody. */
  value: z.ZodType<string>;
  nullable?: boolean;
  /** That the filter lets no row with a value through, so that none is looked for. */
  unvalued?: boolean;
  id: { column: Prisma.Sql; type: 'uuid' | 'text' | 'bigint'; value: z.ZodType<string> };
  descending: boolean;
};

export type Keyed = { id: string; value: string | null };

/** Where a page lies: beyond a row (`from` and `upTo` take that row in), or back from the end. */
export type Position = (Keyed & { way: 'after' | 'from' | 'before' | 'upTo' }) | { way: 'end' };

/** The rows that have a value, and those that have none: each is one run of the index. */
export type Part = 'valued' | 'empty';

/** What a query is to read: rows, their order, the value to remember them by, and how many. */
export type Cut = { where: Prisma.Sql; orderBy: Prisma.Sql; value: Prisma.Sql; take: number; skip: number };

export const isBackwards = (from: Position | null): boolean => from !== null && /before|upTo|end/.test(from.way);

/** The parts to be read from there on, nearest first. */
export function partsFrom({ nullable, unvalued }: KeysetOrder, from: Position | null): Part[] {
  const all: Part[] = nullable ? ['valued', 'empty'] : ['valued'];
  const there = (part: Part) => part === 'empty' || !unvalued;
  if (from === null || from.way === 'end') return (isBackwards(from) ? all.reverse() : all).filter(there);
  const here = all.indexOf(partOf(from));
  return (isBackwards(from) ? all.slice(0, here + 1).reverse() : all.slice(here)).filter(there);
}

const partOf = ({ value }: Keyed): Part => (value === null ? 'empty' : 'valued');

/** One part, from there on or back. */
export function cutOf(
  order: KeysetOrder,
  part: Part,
  from: Position | null,
  count: { take: number; skip: number },
): Cut {
  const { column, id } = order;
  const way = order.descending === isBackwards(from) ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const at = from !== null && from.way !== 'end' && partOf(from) === part ? from : null;
  if (part === 'empty') {
    const beyond = at ? Prisma.sql`AND ${id.column} ${comparison(order, at)} ${as(at.id, id.type)}` : Prisma.empty;
    const where = Prisma.sql`${column} IS NULL ${beyond}`;
    return { where, orderBy: Prisma.sql`${id.column} ${way}`, value: Prisma.sql`NULL::text`, ...count };
  }
  const where = at
    ? Prisma.sql`(${column}, ${id.column}) ${comparison(order, at)} (${as(at.value, order.type)}, ${as(at.id, id.type)})`
    : whereValued(order);
  const orderBy = Prisma.sql`${column} ${way}, ${id.column} ${way}`;
  return { where, orderBy, value: Prisma.sql`to_json(${column}) #>> '{}'`, ...count };
}

/** The whole list in its order, for a query that reads all of it. */
export function inWhole({ column, id, descending }: KeysetOrder): Prisma.Sql {
  const way = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  return Prisma.sql`${column} ${way} NULLS LAST, ${id.column} ${way}`;
}

export function whereValued({ column, nullable }: KeysetOrder): Prisma.Sql {
  return nullable ? Prisma.sql`${column} IS NOT NULL` : Prisma.sql`true`;
}

function comparison({ descending }: KeysetOrder, from: Position): Prisma.Sql {
  const inclusive = from.way === 'from' || from.way === 'upTo' ? '=' : '';
  return Prisma.raw((descending === isBackwards(from) ? '>' : '<') + inclusive);
}

function as(value: string | null, type: KeysetOrder['type'] | KeysetOrder['id']['type']): Prisma.Sql {
  return Prisma.sql`${value}::text::${Prisma.raw(type)}`;
}

export function encodePosition({ name }: KeysetOrder, position: Position): string {
  return encodeCursor(position.way === 'end' ? [name, 'end'] : [name, position.way, position.value, position.id]);
}

/** @throws AppError invalid_input on what no page of this list gave. */
export function decodePosition({ name, value, nullable, id }: KeysetOrder, cursor: string): Position {
  const ways = z.enum(['after', 'from', 'before', 'upTo']);
  const shape = z.union([
    z.tuple([z.literal(name), z.literal('end')]),
    z.tuple([z.literal(name), ways, nullable ? value.nullable() : value, id.value]),
  ]);
  const position = decodeCursor(cursor, shape);
  return position[1] === 'end' ? { way: 'end' } : { way: position[1], value: position[2], id: position[3] };
}
