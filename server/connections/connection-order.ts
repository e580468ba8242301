import 'server-only';
import { z } from 'zod';
import { connectionState, type connectionSort, type ConnectionFilter } from '@/contract/connection-filter';
import { words } from '@/contract/shapes';
import { cursorTime } from '@/server/database/cursor';
import { Prisma } from '@/server/database/generated/client';
import type { KeysetOrder } from '@/server/database/keyset';

const whole = z.string().regex(/^\d{1,9}$/);
const byId = { column: Prisma.sql`c.id`, type: 'uuid', value: z.uuid() } as const;

const time = { type: 'timestamptz', value: cursorTime } as const;

const columns = {
  name: { column: Prisma.sql`c.name`, type: 'text', value: words },
  state: { column: Prisma.sql`c.state`, type: '"ConnectionState"', value: connectionState },
  app: { column: Prisma.sql`c."appName"`, type: 'text', value: words },
  owner: { column: Prisma.sql`c."ownerName"`, type: 'text', value: words, nullable: true },
  scopes: { column: Prisma.sql`c."scopeCount"`, type: 'int', value: whole },
  advertisers: { column: Prisma.sql`c."advertiserCount"`, type: 'int', value: whole },
  lastCheck: { column: Prisma.sql`c."lastCheckedAt"`, ...time, nullable: true },
  nextCheck: { column: Prisma.sql`c."nextCheckAt"`, ...time, nullable: true },
  lastAuthorized: { column: Prisma.sql`c."lastAuthorizedAt"`, ...time },
  firstAuthorized: { column: Prisma.sql`c."firstAuthorizedAt"`, ...time },
  /** Ids are ordered in time. */
  newest: byId,
} as const satisfies Record<z.infer<typeof connectionSort>, Omit<KeysetOrder, 'name' | 'id' | 'descending'>>;

type Sorted = Pick<ConnectionFilter, 'sort' | 'ownerId'>;

/** `-name` is Z to A. `newest` says its direction itself: `-newest` is the oldest first. */
export function connectionOrder({ sort, ownerId }: Sorted): KeysetOrder {
  const key = sort.replace(/^-/, '') as keyof typeof columns;
  const reversed = sort.startsWith('-');
  return {
    ...{ ...columns[key], name: sort, id: byId, descending: key === 'newest' ? !reversed : reversed },
    // Nobody is looked for among the names of those who own something.
    unvalued: key === 'owner' && ownerId?.every((owner) => owner === 'none'),
  };
}
