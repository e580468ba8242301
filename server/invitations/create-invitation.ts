import 'server-only';
import type { InvitationFields, SentInvitation } from '@/contract/invitations';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { countAttempt } from '@/server/auth/attempts';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { deliver } from './deliver';
import { demandPerson, lockInviter } from './demand-inviter';
import { invitationSelect, open, toInvitation } from './to-invitation';
import { newToken, tokenHash } from './token';

const mostOpen = 200;
const hourMs = 3_600_000;

/**
 * Invites an address to a role. This answer does not tell whether somebody has an account with it.
 * @throws AppError conflict for a member's address, and for one that is invited already; rate_limited
 */
export async function createInvitation(actor: Actor, fields: InvitationFields): Promise<SentInvitation> {
  const inviter = demandPerson(actor);
  const { email, role, expiresInHours, language } = fields;
  await demandFewMails(inviter.teamId, email);
  const token = newToken();
  const invitation = await db.$transaction(async (tx) => {
    await lockInviter(tx, inviter, role);
    await demandNew(tx, inviter.teamId, email);
    const { teamId, id: invitedById } = inviter;
    const expiresAt = new Date(Date.now() + expiresInHours * hourMs);
    const row = await tx.invitation.create({
      data: { teamId, email, role, invitedById, expiresAt, tokenHash: tokenHash(token) },
      select: invitationSelect,
    });
    const object = { kind: 'invitation', id: row.id, name: email } as const;
    await record(tx, inviter, 'invitation.created', object, { data: { role, expiresAt: expiresAt.toISOString() } });
    return toInvitation(row);
  });
  return deliver(inviter, { invitation, token, language });
}

/** Nobody uses a team to fill somebody's letter box. @throws AppError rate_limited */
export async function demandFewMails(teamId: string, email: string): Promise<void> {
  await countAttempt(`invitations of ${teamId}`, 100);
  await countAttempt(`invitations of ${teamId} to ${email}`);
}

async function demandNew(tx: Transaction, teamId: string, email: string): Promise<void> {
  if (await tx.membership.findFirst({ where: { teamId, user: { email } }, select: { role: true } })) {
    throw refused('already_member', 'This person is a member of the team already.');
  }
  const waiting = await tx.invitation.findMany({ where: { teamId, ...open }, select: { email: true } });
  if (waiting.some((other) => other.email === email)) {
    throw refused('already_invited', 'This address is invited already. Send that invitation again, or withdraw it.');
  }
  if (waiting.length >= mostOpen) {
    throw refused('too_many_invitations', `${mostOpen} invitations are open. Withdraw some first.`);
  }
}

const refused = (reason: string, message: string) =>
  new AppError('conflict', message, { data: { reason, field: 'email' } });
