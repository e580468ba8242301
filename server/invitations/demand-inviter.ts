import 'server-only';
import type { Role } from '@/contract/permissions';
import { mayGive } from '@/contract/role-heights';
import type { Actor, Person } from '@/server/auth/actor';
import { lockMembers } from '@/server/auth/lock-members';
import { demandProofToGive } from '@/server/auth/recent-password';
import { permissionsOf } from '@/server/auth/permissions';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';

/** Whoever comes in by an invitation stays: it takes a person to answer for that. @throws AppError forbidden */
export function demandPerson(actor: Actor): Person {
  if (actor.kind === 'person') return actor;
  throw new AppError('forbidden', 'Only a person invites people.');
}

/** May somebody of this role bring somebody in as that? */
export const mayInvite = (own: Role, given: Role): boolean =>
  permissionsOf[own].includes('members.manage') && mayGive(own, given);

/**
 * Holds whoever else changes the people of the team.
 * @throws AppError forbidden for more than the caller's own role as it is now; password_needed for one that reads tokens
 */
export async function lockInviter(tx: Transaction, actor: Person, given: Role): Promise<void> {
  const own = await lockMembers(tx, actor);
  if (mayInvite(own, given)) return demandProofToGive(actor, given);
  throw new AppError('forbidden', 'Nobody gives a role above their own.', {
    data: { reason: 'role_too_high', role: own },
  });
}
