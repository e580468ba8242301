import 'server-only';
import type { Invitation } from '@/contract/invitations';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { invitationSelect, open, toInvitation } from './to-invitation';

/** Those that are open, the newest first; there are at most as many as may be open at once. */
export async function listInvitations({ teamId }: Actor): Promise<Invitation[]> {
  const where = { teamId, ...open };
  const rows = await db.invitation.findMany({ where, orderBy: { createdAt: 'desc' }, select: invitationSelect });
  return rows.map(toInvitation);
}
