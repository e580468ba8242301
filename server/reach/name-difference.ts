import 'server-only';
import type { Transaction } from '@/server/database/client';
import type { GrantDifference } from './save-grants';

type Named = { advertiserId: string; name: string | null };
/** A difference as an event keeps it: exact counts, and at most a hundred each way by name. */
export type NamedDifference = { gained: Named[]; gainedCount: number; lost: Named[]; lostCount: number };

export const mostNamed = 100;

export async function nameDifference(
  tx: Transaction,
  teamId: string,
  { gained, lost }: GrantDifference,
): Promise<NamedDifference> {
  const names = async (ids: string[]): Promise<Named[]> =>
    tx.advertiser.findMany({
      where: { teamId, advertiserId: { in: ids.slice(0, mostNamed) } },
      select: { advertiserId: true, name: true },
      orderBy: { advertiserId: 'asc' },
    });
  return {
    gained: await names(gained),
    gainedCount: gained.length,
    lost: await names(lost),
    lostCount: lost.length,
  };
}
