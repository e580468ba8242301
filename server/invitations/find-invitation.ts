import 'server-only';
import type { Invitation } from '@/contract/invitations';
import type { Actor } from '@/server/auth/actor';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { invitationSelect, open, toInvitation } from './to-invitation';

/** One that is open. @throws AppError not_found, the same for one of another team and for one that is over */
export async function findInvitation(tx: Transaction, { teamId }: Actor, id: string): Promise<Invitation> {
  const row = await tx.invitation.findFirst({ where: { teamId, id, ...open }, select: invitationSelect });
  if (!row) throw new AppError('not_found', 'There is no such invitation open in this team.');
  return toInvitation(row);
}
