import 'server-only';
import { z } from 'zod';
import { type AppFilter, appSort, environment, rateTier, reviewStatus } from '@/contract/apps';
import { words } from '@/contract/shapes';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';

const byId = { column: Prisma.sql`a.id`, type: 'uuid', value: z.uuid() } as const;
const whole = z.string().regex(/^\d{1,9}$/);

const columns = {
  name: { column: Prisma.sql`a.name`, type: 'text', value: words },
  connections: { column: Prisma.sql`a."connectionCount"`, type: 'int', value: whole },
  environment: { column: Prisma.sql`a.environment`, type: '"Environment"', value: environment },
  tier: { column: Prisma.sql`a.tier`, type: '"RateTier"', value: rateTier },
  review: { column: Prisma.sql`a."reviewStatus"`, type: '"ReviewStatus"', value: reviewStatus },
  /** Ids are ordered in time. */
  created: byId,
} as const satisfies Record<z.infer<typeof appSort>, Omit<KeysetOrder, 'name' | 'id' | 'descending'>>;

export function appOrder(sort: AppFilter['sort']): KeysetOrder {
  const key = appSort.parse(sort.replace(/^-/, ''));
  return { ...columns[key], name: sort, id: byId, descending: sort.startsWith('-') };
}
