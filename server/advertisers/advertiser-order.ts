import 'server-only';
import { z } from 'zod';
import { reach, type AdvertiserFilter } from '@/contract/advertisers';
import { words } from '@/contract/shapes';
import { cursorTime } from '@/server/database/cursor';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';

const whole = z.string().regex(/^\d{1,9}$/);
const digits = z.string().regex(/^\d{1,32}$/);
/** The id of the table whose index serves the order. */
const own = { column: Prisma.sql`a."advertiserId"`, type: 'text', value: digits } as const;
const reachs = { column: Prisma.sql`r."advertiserId"`, type: 'text', value: digits } as const;

const told = (column: Prisma.Sql) => ({ column, type: 'text', value: words, nullable: true, id: own }) as const;
const counted = (column: Prisma.Sql) => ({ column, type: 'int', value: whole, id: reachs }) as const;

const columns = {
  name: told(Prisma.sql`a.name`),
  id: { ...own, id: own },
  status: told(Prisma.sql`a.status`),
  company: told(Prisma.sql`a.company`),
  country: told(Prisma.sql`a.country`),
  currency: told(Prisma.sql`a.currency`),
  timezone: told(Prisma.sql`a.timezone`),
  /** Worst first. */
  reach: { column: Prisma.sql`r.reach`, type: '"Reach"', value: reach, id: reachs },
  connections: counted(Prisma.sql`r."connectionCount"`),
  live: counted(Prisma.sql`r."liveCount"`),
  newest: { column: Prisma.sql`a."firstSeenAt"`, type: 'timestamptz', value: cursorTime, id: own },
} as const satisfies Record<string, Omit<KeysetOrder, 'name' | 'descending'>>;

/** `-name` is Z to A. `newest` says its direction itself: `-newest` is the oldest first. */
export function advertiserOrder(sort: AdvertiserFilter['sort']): KeysetOrder {
  const key = sort.replace(/^-/, '') as keyof typeof columns;
  const reversed = sort.startsWith('-');
  return { ...columns[key], name: sort, descending: key === 'newest' ? !reversed : reversed };
}

/** Whether the order looks at how advertisers are reached. */
export const ordersByReach = (sort: AdvertiserFilter['sort']): boolean => advertiserOrder(sort).id === reachs;
