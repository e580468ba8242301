import 'server-only';
import type { Sweep } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';

type Row = {
  intervalMinutes: number;
  total: number;
  checked: number;
  due: number;
  oldestCheckAt: Date | null;
  lastCheckAt: Date | null;
  nextCheckAt: Date | null;
};

/** How far the checks of a team are within its interval. A connection that has no next check has no token either. */
export async function readSweep(actor: Actor): Promise<Sweep> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT t."checkIntervalMinutes" AS "intervalMinutes", swept.*
    FROM "Team" t CROSS JOIN LATERAL (
      SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE "lastCheckedAt" >= now() - make_interval(mins => t."checkIntervalMinutes")))::int AS checked,
        (count(*) FILTER (WHERE "nextCheckAt" <= now()))::int AS due,
        min("lastCheckedAt") AS "oldestCheckAt", max("lastCheckedAt") AS "lastCheckAt",
        greatest(min("nextCheckAt"), now()) AS "nextCheckAt"
      FROM "Connection" c WHERE c."teamId" = t.id AND c."nextCheckAt" IS NOT NULL ${and(connectionsWithin(actor))}
    ) AS swept WHERE t.id = ${actor.teamId}::uuid`;
  const { oldestCheckAt, lastCheckAt, nextCheckAt, ...counts } = row!;
  return {
    ...counts,
    oldestCheckAt: oldestCheckAt?.toISOString() ?? null,
    lastCheckAt: lastCheckAt?.toISOString() ?? null,
    nextCheckAt: counts.total > 0 ? (nextCheckAt?.toISOString() ?? null) : null,
  };
}
