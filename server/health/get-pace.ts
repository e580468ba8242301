import 'server-only';
import type { Pace } from '@/contract/health';
import type { Actor } from '@/server/auth/actor';
import { and, connectionsWithin } from '@/server/auth/within';
import { db } from '@/server/database/client';

/** When a check of the team last came, and when the next does: two ends of an index, however many connections there are. */
export async function getPace(actor: Actor): Promise<Pace> {
  const [row] = await db.$queryRaw<{ last: Date | null; next: Date | null }[]>`
    SELECT max(c."lastCheckedAt") AS last, greatest(min(c."nextCheckAt"), now()) AS next
    FROM "Connection" c WHERE c."teamId" = ${actor.teamId}::uuid AND NOT c.archived ${and(connectionsWithin(actor))}
    HAVING min(c."nextCheckAt") IS NOT NULL`;
  return { lastCheckAt: row?.last?.toISOString() ?? null, nextCheckAt: row?.next?.toISOString() ?? null };
}
