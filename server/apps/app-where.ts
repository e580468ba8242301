import 'server-only';
import type { AppExport } from '@/contract/apps';
import type { Actor } from '@/server/auth/actor';
import { appsWithin } from '@/server/auth/within';
import { Prisma } from '@/server/database/generated/client';
import { literal } from '@/server/database/like';

/** The apps of the team, as `a`, that a filter asks for. A team has dozens: their names are looked through. */
export function appWhere(actor: Actor, filter: Omit<AppExport, 'sort'>): Prisma.Sql {
  const { q, environment, tier, reviewStatus } = filter;
  const conditions = [Prisma.sql`a."teamId" = ${actor.teamId}::uuid`, ...appsWithin(actor)];
  if (environment) conditions.push(Prisma.sql`a.environment = ${environment}::text::"Environment"`);
  if (tier?.length) conditions.push(Prisma.sql`a.tier = ANY(${tier}::text[]::"RateTier"[])`);
  if (reviewStatus?.length) {
    conditions.push(Prisma.sql`a."reviewStatus" = ANY(${reviewStatus}::text[]::"ReviewStatus"[])`);
  }
  if (q) {
    const named = Prisma.sql`normalize(a.name, NFKC) ILIKE ${`%${literal(q.normalize('NFKC'))}%`}`;
    conditions.push(Prisma.sql`(${named} OR starts_with(a."appId", ${q}))`);
  }
  return Prisma.join(conditions, ' AND ');
}
