import 'server-only';
import type { Role } from '@/contract/permissions';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Actor } from './actor';

/** Until the transaction ends nobody else changes who belongs to the team, and as what. */
export async function lockTeam(tx: Transaction, teamId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`members ${teamId}`}, 0))`;
}

/**
 * The same, for somebody who asks: answers their role as it is now, which may have changed while they waited.
 * @throws AppError forbidden for a key; not_found for a person who is no member any more.
 */
export async function lockMembers(tx: Transaction, actor: Actor): Promise<Role> {
  await lockTeam(tx, actor.teamId);
  if (actor.kind === 'system') return 'owner';
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person changes who belongs to a team.');
  const where = { teamId_userId: { teamId: actor.teamId, userId: actor.id } };
  const found = await tx.membership.findUnique({ where, select: { role: true } });
  if (!found) throw new AppError('not_found', 'There is no such team, or you do not belong to it.');
  return found.role;
}
