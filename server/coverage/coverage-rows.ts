import 'server-only';
import { z } from 'zod';
import { coverages } from '@/contract/advertiser-words';
import type { CoverageFilter, CoverageRow } from '@/contract/coverage';
import { words } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { beginsWithDigits } from '@/server/database/digit-prefix';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';
import { literal } from '@/server/database/like';
import { coverageOf, entriesWithin } from './expected';

export const rowColumns = Prisma.sql`e."advertiserId", e.label, ${coverageOf} AS coverage, a.name, a.status,
  coalesce(r."connectionCount", 0) AS "connectionCount", coalesce(r."liveCount", 0) AS "liveCount"`;

export type Row = CoverageRow & { id: string; value: string | null };
export const toRow = ({ id: _, value: __, ...row }: Row): CoverageRow => row;

type Match = Pick<CoverageFilter, 'id' | 'q' | 'coverage'>;

/** The entries of a list, as `expectedBy` names them, that a filter asks for, within the limits of whoever asks. */
export function rowWhere(actor: Actor, { id, q, coverage }: Match): Prisma.Sql {
  const conditions = [
    Prisma.sql`e."teamId" = ${actor.teamId}::uuid AND e."listId" = ${id}::uuid`,
    ...entriesWithin(actor),
  ];
  if (coverage?.length) conditions.push(Prisma.sql`${coverageOf} = ANY(${coverage}::text[])`);
  if (q) conditions.push(matching(q));
  return Prisma.join(conditions, ' AND ');
}

/** Whatever the width and case it is typed in. A list is small enough to be read through. */
function matching(q: string): Prisma.Sql {
  const pattern = `%${literal(q.normalize('NFKC'))}%`;
  const named = Prisma.sql`normalize(e.label, NFKC) ILIKE ${pattern} OR normalize(a.name, NFKC) ILIKE ${pattern}`;
  if (!/^\d{4,32}$/.test(q)) return Prisma.sql`(${named})`;
  return Prisma.sql`(${named} OR ${beginsWithDigits(Prisma.sql`e."advertiserId"`, q)})`;
}

const digits = z.string().regex(/^\d{1,32}$/);
const byId = { column: Prisma.sql`e."advertiserId"`, type: 'text', value: digits } as const;
/** Worst first, by a number that sorts as the words are listed. */
const rank = Prisma.sql`array_position(${[...coverages]}::text[], ${coverageOf})`;

const columns = {
  coverage: { column: rank, type: 'int', value: z.string().regex(/^\d$/) },
  label: { column: Prisma.sql`e.label`, type: 'text', value: words },
  id: byId,
  connections: {
    column: Prisma.sql`coalesce(r."connectionCount", 0)`,
    type: 'int',
    value: z.string().regex(/^\d{1,9}$/),
  },
} as const;

export function rowOrder(sort: CoverageFilter['sort']): KeysetOrder {
  const key = sort.replace(/^-/, '') as keyof typeof columns;
  return { ...columns[key], name: sort, id: byId, descending: sort.startsWith('-') };
}
