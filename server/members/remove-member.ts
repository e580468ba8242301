import 'server-only';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { lockMembers } from '@/server/auth/lock-members';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { ownsSomething } from './count-owned';
import { leaveBehind } from './hand-over';
import { handingOver } from './handing-over';
import { demandHeir } from './demand-heir';
import { demandAbove, demandAnotherOwner, findMember, type MemberRow } from './find-member';
import { toMember } from './to-member';

type Parting = { id: string; handOverTo?: string };

/**
 * Removes a member: out on their next request, what they own handed over in the same moment.
 * @throws AppError forbidden for somebody not below oneself; precondition_failed for the last owner, and where what
 * they own has nobody to go to
 */
export function removeMember(actor: Actor, parting: Parting): Promise<void> {
  return part(actor, parting, 'member.removed');
}

/** The same, of oneself. @throws AppError precondition_failed for the last owner, and where what one owns has nobody to go to */
export async function leaveTeam(actor: Actor, { handOverTo }: Omit<Parting, 'id'>): Promise<void> {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person leaves a team.');
  await part(actor, { id: actor.id, ...(handOverTo !== undefined && { handOverTo }) }, 'member.left');
}

function part(actor: Actor, { id, handOverTo }: Parting, action: 'member.removed' | 'member.left'): Promise<void> {
  return handingOver(async (tx) => {
    const own = await lockMembers(tx, actor);
    const member = await findMember(tx, actor, id);
    demandAbove(own, member, actor);
    await demandAnotherOwner(tx, actor, member);
    const heir = await findHeir(tx, actor, member, handOverTo);
    const moved = heir && (await leaveBehind(tx, { teamId: actor.teamId, from: id, to: heir.id }));
    const where = { teamId_userId: { teamId: actor.teamId, userId: id } };
    await tx.membership.delete({ where, select: { role: true } });
    const invitations = (moved?.invitations ?? 0) + (await withdrawTheirs(tx, actor, member));
    const told = Object.entries({ ...moved, invitations }).filter(([, count]) => count > 0);
    const data = { role: member.role, ...Object.fromEntries(told), ...(handOverTo && heir && { handedTo: heir.name }) };
    await record(tx, actor, action, { kind: 'member', id, name: member.name }, { data });
  });
}

/** One that promised them a place, and that they never needed, would let them back in. */
async function withdrawTheirs(tx: Transaction, { teamId }: Actor, { email }: MemberRow): Promise<number> {
  const open = { teamId, email, acceptedAt: null, withdrawnAt: null };
  return (await tx.invitation.updateMany({ where: open, data: { withdrawnAt: new Date() } })).count;
}

/** Who gets what they own; where that is nothing, whoever is left to keep the record of what was. */
async function findHeir(tx: Transaction, actor: Actor, { id }: MemberRow, handOverTo?: string) {
  if (handOverTo !== undefined) return demandHeir(tx, actor, id, handOverTo);
  const { details } = await toMember(tx, actor, id);
  if (details && ownsSomething(details.owned)) {
    throw new AppError('precondition_failed', 'Name the member who gets what they own: `handOverTo`.', {
      data: { reason: 'hand_over_needed', owned: details.owned },
    });
  }
  const keeper = await tx.membership.findFirst({
    where: { teamId: actor.teamId, userId: { not: id } },
    orderBy: [{ role: 'asc' }, { createdAt: 'asc' }],
    select: { user: { select: { id: true, name: true } } },
  });
  return keeper?.user;
}
