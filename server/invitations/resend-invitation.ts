import 'server-only';
import type { ResendFields, SentInvitation } from '@/contract/invitations';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { demandFewMails } from './create-invitation';
import { deliver } from './deliver';
import { demandPerson, lockInviter } from './demand-inviter';
import { findInvitation } from './find-invitation';
import { invitationSelect, toInvitation } from './to-invitation';
import { newToken, tokenHash } from './token';

const hourMs = 3_600_000;

/** A new link in place of the one before, which stops working; the caller answers for it from now on. */
export async function resendInvitation(
  actor: Actor,
  { id, expiresInHours, language }: ResendFields,
): Promise<SentInvitation> {
  const inviter = demandPerson(actor);
  const { email } = await findInvitation(db, inviter, id);
  await demandFewMails(inviter.teamId, email);
  const token = newToken();
  const invitation = await db.$transaction(async (tx) => {
    const { role } = await findInvitation(tx, inviter, id);
    await lockInviter(tx, inviter, role);
    await findInvitation(tx, inviter, id);
    const { teamId, id: invitedById } = inviter;
    const expiresAt = new Date(Date.now() + expiresInHours * hourMs);
    const row = await tx.invitation.update({
      where: { teamId_id: { teamId, id } },
      data: { invitedById, expiresAt, tokenHash: tokenHash(token) },
      select: invitationSelect,
    });
    const object = { kind: 'invitation', id, name: email } as const;
    await record(tx, inviter, 'invitation.resent', object, { data: { role, expiresAt: expiresAt.toISOString() } });
    return toInvitation(row);
  });
  return deliver(inviter, { invitation, token, language });
}
