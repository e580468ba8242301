import 'server-only';
import type { Owned } from '@/contract/members';
import { Prisma } from '@/server/database/generated/client';

const of = (table: Prisma.Sql, column: Prisma.Sql, more = Prisma.empty) => Prisma.sql`(
  SELECT count(*)::int FROM ${table} x WHERE x."teamId" = m."teamId" AND x.${column} = m."userId" ${more})`;

/** What a membership `m` has in its care, as JSON. */
export const ownedColumn = Prisma.sql`json_build_object(
  'connections', ${of(Prisma.sql`"Connection"`, Prisma.sql`"ownerId"`)},
  'authorizations', ${of(Prisma.sql`"Authorization"`, Prisma.sql`"startedById"`)},
  'views', ${of(Prisma.sql`"SavedView"`, Prisma.sql`"userId"`, Prisma.sql`AND x.shared`)},
  'links', ${of(Prisma.sql`"ConnectLink"`, Prisma.sql`"createdById"`)},
  'apiKeys', ${of(Prisma.sql`"ApiKey"`, Prisma.sql`"createdById"`, Prisma.sql`AND x."revokedAt" IS NULL AND x."expiresAt" > now()`)}
)`;

export const ownsSomething = (owned: Owned): boolean => Object.values(owned).some((count) => count > 0);
