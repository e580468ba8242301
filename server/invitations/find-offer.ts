import 'server-only';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { mayInvite } from './demand-inviter';
import { tokenHash } from './token';

const offerSelect = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
  acceptedAt: true,
  withdrawnAt: true,
  team: { select: { id: true, slug: true, name: true } },
  invitedBy: { select: { role: true, user: { select: { name: true } } } },
} as const;

/**
 * What the link of an invitation offers. Reading it spends nothing.
 * @throws AppError not_found with `data.reason`. To who has the link it says more than "no": `used` and `expired` have
 * a way out. Never made, replaced, withdrawn, and promised by somebody who may not any more are all `unknown`.
 */
export async function findOffer(tx: Transaction, token: string) {
  const found = await tx.invitation.findUnique({ where: { tokenHash: tokenHash(token) }, select: offerSelect });
  if (!found || found.withdrawnAt) throw over('unknown');
  const { acceptedAt, withdrawnAt: _, invitedBy, ...offer } = found;
  if (acceptedAt) throw over('used');
  if (!mayInvite(invitedBy.role, offer.role)) throw over('unknown');
  if (offer.expiresAt <= new Date()) throw over('expired');
  return { ...offer, inviter: invitedBy.user.name };
}

const messages = {
  unknown: 'There is no such invitation, or it was withdrawn.',
  used: 'This invitation has been accepted already. Sign in.',
  expired: 'This invitation has expired. Ask for another.',
};

function over(reason: keyof typeof messages): AppError {
  return new AppError('not_found', messages[reason], { data: { reason } });
}
