import 'server-only';
import type { Sweep } from '@/contract/health';
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
export async function readSweep(teamId: string): Promise<Sweep> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT t."checkIntervalMinutes" AS "intervalMinutes", c.*
    FROM "Team" t CROSS JOIN LATERAL (
      SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE "lastCheckedAt" >= now() - make_interval(mins => t."checkIntervalMinutes")))::int AS checked,
        (count(*) FILTER (WHERE "nextCheckAt" <= now()))::int AS due,
        min("lastCheckedAt") AS "oldestCheckAt", max("lastCheckedAt") AS "lastCheckAt",
        greatest(min("nextCheckAt"), now()) AS "nextCheckAt"
      FROM "Connection" WHERE "teamId" = t.id AND "nextCheckAt" IS NOT NULL
    ) AS c WHERE t.id = ${teamId}::uuid`;
  const { oldestCheckAt, lastCheckAt, nextCheckAt, ...counts } = row!;
  return {
    ...counts,
    oldestCheckAt: oldestCheckAt?.toISOString() ?? null,
    lastCheckAt: lastCheckAt?.toISOString() ?? null,
    nextCheckAt: counts.total > 0 ? (nextCheckAt?.toISOString() ?? null) : null,
  };
}
