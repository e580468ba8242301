import 'server-only';
import type { Member } from '@/contract/members';
import type { Role } from '@/contract/permissions';
import { mayGive, roles } from '@/contract/role-heights';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { lockMembers } from '@/server/auth/lock-members';
import { permissionsOf } from '@/server/auth/permissions';
import { demandProofToGive } from '@/server/auth/recent-password';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { demandAbove, demandAnotherOwner, findMember } from './find-member';
import { toMember } from './to-member';

/**
 * Gives a member another role; it holds from their next request on. Invitations of theirs that are open and promise
 * more than they may give now are withdrawn.
 * @throws AppError forbidden for more than one's own, and for somebody not below oneself; precondition_failed for the last owner;
 * password_needed for a role that reads tokens
 */
export function changeRole(actor: Actor, { id, role }: { id: string; role: Role }): Promise<Member> {
  return db.$transaction(async (tx) => {
    const own = await lockMembers(tx, actor);
    const before = await findMember(tx, actor, id);
    demandAbove(own, before, actor);
    demandGivable(own, role);
    if (role === before.role) return toMember(tx, actor, id);
    demandProofToGive(actor, role);
    await demandAnotherOwner(tx, actor, before);
    const where = { teamId_userId: { teamId: actor.teamId, userId: id } };
    await tx.membership.update({ where, data: { role }, select: { role: true } });
    const invitations = await withdrawAbove(tx, actor, id, role);
    const after = await toMember(tx, actor, id);
    await record(
      tx,
      actor,
      'member.role_changed',
      { kind: 'member', id, name: before.name },
      { data: { role, formerRole: before.role, ...(invitations > 0 && { invitations }) } },
    );
    return after;
  });
}

function demandGivable(own: Role, role: Role): void {
  if (mayGive(own, role)) return;
  throw new AppError('forbidden', 'Nobody gives a role above their own.', {
    data: { reason: 'role_too_high', role: own },
  });
}

async function withdrawAbove(tx: Transaction, { teamId }: Actor, invitedById: string, role: Role): Promise<number> {
  const above = roles.filter((given) => !mayGive(role, given));
  const open = { teamId, invitedById, acceptedAt: null, withdrawnAt: null };
  const mayInvite = permissionsOf[role].includes('members.manage');
  const where = { ...open, ...(mayInvite && { role: { in: above } }) };
  const { count } = await tx.invitation.updateMany({ where, data: { withdrawnAt: new Date() } });
  return count;
}
