import 'server-only';
import type { Comparison } from '@/contract/authorizations';
import { db, type Transaction } from '@/server/database/client';
import type { Candidate } from './candidate';
import { compareReach } from './compare-reach';
import type { Held } from './lock-held';

/** What it would change as the connection is now, which nobody changes until the end of the transaction. */
export async function compareNow(
  tx: Transaction,
  teamId: string,
  { connectionId, candidate }: Held,
): Promise<Comparison> {
  await tx.$queryRaw`
    SELECT 1 FROM "Connection" WHERE id = ${connectionId}::uuid AND "teamId" = ${teamId}::uuid FOR UPDATE`;
  const { reach, comparison } = candidate;
  return reach ? compareReach(teamId, connectionId, candidate, reach, tx) : comparison!;
}

/** Compares anew, for whoever decides. */
export async function showAgain(teamId: string, id: string): Promise<void> {
  const where = { teamId, id, status: 'comparing' } as const;
  const row = await db.authorization.findFirst({ where, select: { connectionId: true, candidate: true } });
  const candidate = row?.candidate as Candidate | undefined;
  if (!row?.connectionId || !candidate?.reach) return;
  const comparison = await compareReach(teamId, row.connectionId, candidate, candidate.reach);
  await db.authorization.updateMany({ where, data: { candidate: { ...candidate, comparison } } });
}
