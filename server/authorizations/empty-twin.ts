import 'server-only';
import { openToken } from '@/server/credentials/open-token';
import { db, type Transaction } from '@/server/database/client';
import { mostGrantsAtOnce, saveGrantsInParts } from '@/server/reach/save-grants-in-parts';
import { lockPair, reachedBy, type Pair } from './lock-pair';

/**
 * Lets go of what the new connection of a pair reaches, in parts; the last thousand are left to the transaction that
 * moves its token. Until then the token stays where it is and all that it reaches stands beside its authorization, as
 * where a new connection is still being saved: if this is interrupted, its inspection brings everything back.
 */
export async function emptyTwin(teamId: string, pair: Pair): Promise<void> {
  const connectionId = await db.$transaction((tx) => note(tx, teamId, pair));
  if (connectionId === null) return;
  await saveGrantsInParts({ teamId, connectionId }, [], {
    leaveLast: true,
    // Not once somebody has begun to bring them back.
    mayGoOn: async (tx) => {
      const { noted, inspectedAt } = await lockPair(tx, teamId, pair);
      return noted !== null && inspectedAt === null;
    },
  });
}

/** @returns null where everything may go with the token */
async function note(tx: Transaction, teamId: string, pair: Pair): Promise<string | null> {
  const made = await lockPair(tx, teamId, pair);
  // Nothing is let go for the sake of a token that cannot be moved.
  openToken(made);
  const advertiserIds = await reachedBy(tx, made);
  if (advertiserIds.length <= mostGrantsAtOnce) return null;
  const select = { id: true } as const;
  const data = { candidate: { advertiserIds } };
  await tx.authorization.update({ where: { teamId_id: { teamId, id: pair.id } }, data, select });
  await tx.connection.update({ where: { teamId_id: { teamId, id: made.id } }, data: { inspectedAt: null }, select });
  return made.id;
}
