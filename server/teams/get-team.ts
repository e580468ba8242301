import 'server-only';
import type { Team } from '@/contract/teams';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';

/** The team and its settings. */
export function getTeam({ teamId }: Actor, tx: Transaction = db): Promise<Team> {
  return tx.team.findUniqueOrThrow({
    where: { id: teamId },
    select: {
      id: true,
      slug: true,
      name: true,
      checkIntervalMinutes: true,
      budgetPercent: true,
      keyMaxAgeDays: true,
      totpNeededBy: true,
    },
  });
}
