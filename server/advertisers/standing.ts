import 'server-only';
import { Prisma } from '@/server/database/generated/client';

/** Seventeen digits, the best lowest: archived, state, permissions that are missing to 9,999, seconds since the check. */
export const standing = Prisma.sql`concat(CASE WHEN c."archivedAt" IS NULL THEN 1 ELSE 2 END, CASE c.state WHEN 'healthy' THEN 1
  WHEN 'degraded' THEN 2 WHEN 'unverifiable' THEN 3 WHEN 'paused' THEN 4 WHEN 'app_problem' THEN 5 WHEN 'auth_broken' THEN 6
  ELSE 7 END, lpad((9999 - cardinality(c.scopes))::text, 4, '0'),
  lpad((99999999999 - extract(epoch FROM coalesce(c."lastCheckedAt", 'epoch'))::bigint)::text, 11, '0'))`;
