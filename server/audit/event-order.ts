import 'server-only';
import { z } from 'zod';
import type { AuditFilter } from '@/contract/audit';
import { cursorTime } from '@/server/database/cursor';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';

/** By time, and by sequence within a moment: every index of the table ends with these two. */
export function eventOrder(sort: AuditFilter['sort']): KeysetOrder {
  return {
    name: sort,
    column: Prisma.sql`e.at`,
    type: 'timestamptz',
    value: cursorTime,
    id: { column: Prisma.sql`e.sequence`, type: 'bigint', value: z.string().regex(/^\d{1,18}$/) },
    descending: sort === '-at',
  };
}
