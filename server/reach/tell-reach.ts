import 'server-only';
import type { Transaction } from '@/server/database/client';
import { mostNamed, nameDifference, type NamedDifference } from './name-difference';
import type { GrantDifference, Holder } from './save-grants';

/** Tells of a change of reach in the event of this id, which the first part of a change makes and the others add to. */
export async function tellReach(
  tx: Transaction,
  { teamId, connectionId }: Holder,
  difference: GrantDifference,
  id: string,
): Promise<NamedDifference> {
  const now = await nameDifference(tx, teamId, difference);
  if (now.gainedCount + now.lostCount === 0) return now;
  const before = await tx.connectionEvent.findUnique({ where: { id }, select: { data: true } });
  const data = before ? joined(before.data as NamedDifference, now) : now;
  if (before) await tx.connectionEvent.update({ where: { id }, data: { data }, select: { id: true } });
  else await tx.connectionEvent.create({ data: { id, teamId, connectionId, kind: 'reach_changed', data } });
  return data;
}

function joined(before: NamedDifference, now: NamedDifference): NamedDifference {
  return {
    gained: [...before.gained, ...now.gained].slice(0, mostNamed),
    gainedCount: before.gainedCount + now.gainedCount,
    lost: [...before.lost, ...now.lost].slice(0, mostNamed),
    lostCount: before.lostCount + now.lostCount,
  };
}
