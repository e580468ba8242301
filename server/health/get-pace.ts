import 'server-only';
import type { Pace } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';

/** When a check of the team last came, and when the next does: two ends of an index, however many connections there are. */
export async function getPace({ teamId }: Actor): Promise<Pace> {
  const [row] = await db.$queryRaw<{ last: Date | null; next: Date | null }[]>`
    SELECT max("lastCheckedAt") AS last, greatest(min("nextCheckAt"), now()) AS next
    FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND NOT archived
    HAVING min("nextCheckAt") IS NOT NULL`;
  return { lastCheckAt: row?.last?.toISOString() ?? null, nextCheckAt: row?.next?.toISOString() ?? null };
}
