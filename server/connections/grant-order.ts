import 'server-only';
import { z } from 'zod';
import type { GrantFilter } from '@/contract/grants';
import { words } from '@/contract/shapes';
import { cursorTime } from '@/server/database/cursor';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';

const digits = z.string().regex(/^\d{1,32}$/);
const whole = z.string().regex(/^\d{1,9}$/);
/** The id of the table whose index serves the order. */
const own = { column: Prisma.sql`a."advertiserId"`, type: 'text', value: digits } as const;
const granted = { column: Prisma.sql`g."advertiserId"`, type: 'text', value: digits } as const;

const told = (column: Prisma.Sql) => ({ column, type: 'text', value: words, nullable: true, id: own }) as const;

const columns = {
  name: told(Prisma.sql`a.name`),
  id: { ...granted, id: granted },
  status: told(Prisma.sql`a.status`),
  company: told(Prisma.sql`a.company`),
  country: told(Prisma.sql`a.country`),
  currency: told(Prisma.sql`a.currency`),
  timezone: told(Prisma.sql`a.timezone`),
  live: { column: Prisma.sql`r."liveCount"`, type: 'int', value: whole, id: granted },
  since: { column: Prisma.sql`g.since`, type: 'timestamptz', value: cursorTime, id: granted },
  firstSeen: { column: Prisma.sql`a."firstSeenAt"`, type: 'timestamptz', value: cursorTime, id: own },
} as const satisfies Record<string, Omit<KeysetOrder, 'name' | 'descending'>>;

/** `-name` is Z to A. */
export function grantOrder(sort: GrantFilter['sort']): KeysetOrder {
  const key = sort.replace(/^-/, '') as keyof typeof columns;
  return { ...columns[key], name: sort, descending: sort.startsWith('-') };
}
