import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import { learnSizes } from '@/server/database/learn-sizes';
import { newId } from '@/server/database/new-id';
import { changeGrants, chunksOf, grantDifference, lockHolder, type GrantDifference, type Holder } from './save-grants';
import { tellReach } from './tell-reach';

/** So many grants change in one transaction: the embedded database serves nobody else meanwhile. */
export const mostGrantsAtOnce = 1_000;

/** With more parts than these it is worth while to know how large the tables are by now. */
const few = 3;
const grown = ['Advertiser', 'AdvertiserReach', 'Grant'];

type Parts = {
  /** Leaves the last part to a transaction of the caller's, with all that hangs on it. */
  leaveLast?: boolean;
  /** Locks the connection, and says whether these are still the advertisers it reaches. */
  mayGoOn: (tx: Transaction) => Promise<boolean>;
  /** Tells of a part in the part's own transaction. */
  tell?: (tx: Transaction, part: GrantDifference) => Promise<unknown>;
};

/**
 * Brings what a connection reaches up to these advertisers, in transactions short enough for others to get in between.
 * Interrupted, it leaves true grants, and finds the rest again. @returns false where it was told not to go on.
 */
export async function saveGrantsInParts(
  holder: Holder,
  advertiserIds: readonly string[],
  { leaveLast = false, mayGoOn, tell }: Parts,
): Promise<boolean> {
  const parts = partsOf(await grantDifference(db, holder, advertiserIds));
  for (const part of leaveLast ? parts.slice(0, -1) : parts) {
    if (parts.length > few) await learnSizes(grown);
    const went = await db.$transaction(async (tx) => {
      if (!(await mayGoOn(tx))) return false;
      await changeGrants(tx, holder, part);
      await tell?.(tx, part);
      return true;
    });
    if (!went) return false;
  }
  return true;
}

/**
 * Begins to bring what a connection reaches up to these advertisers: the first thousand changes, within the transaction
 * that gives it another token, which tells of all of them. Where there are more, the caller keeps the ids for
 * saveRemainingGrants. @returns whether there are
 */
export async function beginGrants(tx: Transaction, holder: Holder, advertiserIds: readonly string[]): Promise<boolean> {
  await lockHolder(tx, holder);
  const difference = await grantDifference(tx, holder, advertiserIds);
  const [first, ...others] = partsOf(difference);
  if (!first) return false;
  await changeGrants(tx, holder, first);
  await tellReach(tx, holder, difference, newId());
  return others.length > 0;
}

function partsOf({ gained, lost }: GrantDifference): GrantDifference[] {
  const changes = [...gained.map((id) => ({ id, gained: true })), ...lost.map((id) => ({ id, gained: false }))];
  return [...chunksOf(changes, mostGrantsAtOnce)].map((part) => ({
    gained: part.filter((change) => change.gained).map(({ id }) => id),
    lost: part.filter((change) => !change.gained).map(({ id }) => id),
  }));
}
