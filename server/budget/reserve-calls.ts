import 'server-only';
import { db } from '@/server/database/client';

export type Budget = { teamId: string; id: string; callInterval: number };

/**
 * Reserves so many evenly spaced calls of an app, whichever instance asks, in one statement; answers in how many
 * milliseconds the first of them is due. Less than none gives calls back that were reserved and not made.
 */
export async function reserveCalls({ teamId, id, callInterval }: Budget, calls: number): Promise<number> {
  const span = calls * callInterval;
  const [row] = await db.$queryRaw<{ wait: number }[]>`
    INSERT INTO "AppBudget" AS budget ("teamId", "appId", "nextAt")
    VALUES (${teamId}::uuid, ${id}::uuid, clock_timestamp() + ${span}::float8 * interval '1 ms')
    ON CONFLICT ("teamId", "appId") DO UPDATE
    SET "nextAt" = greatest(budget."nextAt", clock_timestamp()) + ${span}::float8 * interval '1 ms'
    RETURNING (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000 - ${span}::float8)::float8 AS wait`;
  return Math.max(0, Math.round(row?.wait ?? 0));
}
