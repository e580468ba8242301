import 'server-only';
import type { Transaction } from '@/server/database/client';
import { newId } from '@/server/database/new-id';
import type { NamedDifference } from './name-difference';
import type { Reach } from './read-reach';
import { saveGrants, type Holder } from './save-grants';
import { tellReach } from './tell-reach';

/**
 * Keeps whose a connection's token is and what it reaches; what TikTok did not say stays as it was. A change of reach
 * becomes an event with its difference: that of `eventId`, if parts of it are told there already. What is known of the
 * advertisers is written before (upsertAdvertisers), which needs no transaction as long as this one.
 */
export async function saveReach(
  tx: Transaction,
  { teamId, id: connectionId }: { teamId: string; id: string },
  reach: Reach,
  eventId = newId(),
): Promise<NamedDifference> {
  const ids = reach.advertisers?.map(({ advertiserId }) => advertiserId);
  const changed = ids ? await saveGrants(tx, { teamId, connectionId }, ids) : { gained: [], lost: [] };
  const difference = await tellReach(tx, { teamId, connectionId }, changed, eventId);
  const data = await columnsOf(tx, { teamId, connectionId }, reach);
  if (data) {
    await tx.connection.update({
      where: { teamId_id: { teamId, id: connectionId } },
      data,
      select: { id: true },
    });
  }
  return difference;
}

const identity = {
  tiktokUserId: true,
  tiktokUserName: true,
  tiktokUserEmail: true,
  tiktokUserAvatar: true,
} as const;

/** Null where nothing of it is news. */
async function columnsOf(tx: Transaction, { teamId, connectionId }: Holder, reach: Reach) {
  const known = await tx.connection.findUniqueOrThrow({
    where: { teamId_id: { teamId, id: connectionId } },
    select: { ...identity, name: true, inspectedAt: true, app: { select: { name: true } } },
  });
  const seen = userColumns(reach);
  const same = (Object.keys(seen) as (keyof typeof identity)[]).every((column) => seen[column] === known[column]);
  if (known.inspectedAt && same) return null;
  return { inspectedAt: known.inspectedAt ?? new Date(), ...seen, ...firstName(known, reach) };
}

function userColumns({ user }: Reach): Partial<Record<keyof typeof identity, string | null>> {
  if (!user) return {};
  return {
    tiktokUserId: user.id,
    tiktokUserName: user.name,
    tiktokUserEmail: user.email,
    tiktokUserAvatar: user.avatarUrl,
  };
}

/** A new connection bears its app's name, until it is known what to call it. */
function firstName(
  { name, inspectedAt, app }: { name: string; inspectedAt: Date | null; app: { name: string } },
  { user, advertisers }: Reach,
): { name?: string } {
  if (inspectedAt || name !== app.name) return {};
  const only = advertisers?.length === 1 ? advertisers[0]?.name : null;
  const found = (only || user?.name || '').trim().slice(0, 120).toWellFormed();
  return found ? { name: found } : {};
}
