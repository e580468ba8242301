import 'server-only';
import type { Role } from '@/contract/permissions';
import { mayManage } from '@/contract/role-heights';
import type { Actor } from '@/server/auth/actor';
import { permissionsOf } from '@/server/auth/permissions';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';

export type MemberRow = { id: string; name: string; email: string; role: Role };

/** @throws AppError not_found, the same for a member of another team and for nobody */
export async function findMember(tx: Transaction, { teamId }: Pick<Actor, 'teamId'>, id: string): Promise<MemberRow> {
  const found = await tx.membership.findUnique({
    where: { teamId_userId: { teamId, userId: id } },
    select: { role: true, user: { select: { id: true, name: true, email: true } } },
  });
  if (!found) throw new AppError('not_found', 'There is no such member in this team.');
  return { ...found.user, role: found.role };
}

/** @throws AppError forbidden for somebody who is neither below `own` role nor the caller themself */
export function demandAbove(own: Role, member: MemberRow, actor: Actor): void {
  if (member.id === actor.id) return;
  if (permissionsOf[own].includes('members.manage') && mayManage(own, member.role)) return;
  throw new AppError('forbidden', 'This needs a role above theirs.', { data: { reason: 'role_too_high', role: own } });
}

/** Call it with the members locked. @throws AppError precondition_failed where this is the last owner of the team */
export async function demandAnotherOwner(tx: Transaction, { teamId }: Pick<Actor, 'teamId'>, member: MemberRow) {
  if (member.role !== 'owner') return;
  const others = await tx.membership.count({ where: { teamId, role: 'owner', userId: { not: member.id } } });
  if (others > 0) return;
  throw new AppError('precondition_failed', 'A team keeps one owner at least. Make somebody else an owner first.', {
    data: { reason: 'last_owner' },
  });
}
