import 'server-only';
import type { ApiKey, KeyState } from '@/contract/api-keys';
import { keyPermissions, type KeyPermission } from '@/contract/key-words';
import type { Permission, Role } from '@/contract/permissions';
import { permissionsOf } from '@/server/auth/permissions';
import { Prisma } from '@/server/database/generated/client';

/** Names beside ids, null where nothing has the id any more. */
const named = (ids: Prisma.Sql, table: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', o.name) ORDER BY o.name, n.id), '[]')
  FROM unnest(${ids}) AS n(id) LEFT JOIN ${table} o ON o."teamId" = k."teamId" AND o.id::text = n.id)`;

/** Everything of a key, as `k`, that may leave the server. */
export const keyColumns = Prisma.sql`k.id, k.name, k.prefix, k.permissions, k."advertiserIds", k."addressRanges",
  ${named(Prisma.sql`k."appIds"`, Prisma.sql`"App"`)} AS apps, ${named(Prisma.sql`k."tagIds"`, Prisma.sql`"Tag"`)} AS tags,
  k."createdAt", k."expiresAt", k."lastUsedAt", k."lastUsedIp", k."lastUserAgent", k."revokedAt",
  json_build_object('id', u.id, 'name', u.name) AS "createdBy", m.role AS "makerRole"`;

/** Keys of a team with who made them. */
export const keysOf = (teamId: string) => Prisma.sql`"ApiKey" k
  JOIN "Membership" m ON m."teamId" = k."teamId" AND m."userId" = k."createdById" JOIN "User" u ON u.id = k."createdById"
  WHERE k."teamId" = ${teamId}::uuid`;

export const keyState = Prisma.sql`CASE WHEN k."revokedAt" IS NOT NULL THEN 'revoked'
  WHEN k."expiresAt" <= now() THEN 'expired' ELSE 'active' END`;

type Named = ApiKey['limits']['apps'];

export type KeyRow = Pick<
  ApiKey,
  'id' | 'name' | 'prefix' | 'permissions' | 'createdBy' | 'lastUsedIp' | 'lastUserAgent'
> & {
  advertiserIds: string[];
  addressRanges: string[];
  apps: Named;
  tags: Named;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  makerRole: Role;
  state: KeyState;
};

export function toKey({ apps, tags, advertiserIds, addressRanges, makerRole, ...row }: KeyRow): ApiKey {
  const may: readonly Permission[] = permissionsOf[makerRole];
  const permissions = inOrder(row.permissions);
  return {
    ...row,
    permissions,
    lostPermissions: permissions.filter((permission) => !may.includes(permission)),
    limits: { apps, tags, advertiserIds, addressRanges },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** Known ones, in the order of the contract. */
const inOrder = (given: readonly string[]): KeyPermission[] =>
  keyPermissions.filter((permission) => given.includes(permission));
