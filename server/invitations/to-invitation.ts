import 'server-only';
import type { Invitation } from '@/contract/invitations';
import type { Prisma } from '@/server/database/generated/client';

export const invitationSelect = {
  id: true,
  email: true,
  role: true,
  createdAt: true,
  expiresAt: true,
  invitedBy: { select: { user: { select: { id: true, name: true } } } },
} as const satisfies Prisma.InvitationSelect;

type InvitationRow = Prisma.InvitationGetPayload<{ select: typeof invitationSelect }>;

export function toInvitation({ invitedBy, createdAt, expiresAt, ...row }: InvitationRow): Invitation {
  const moments = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { ...row, invitedBy: invitedBy.user, ...moments };
}

/** Nobody has accepted it or taken it back; it may have expired. */
export const open = { acceptedAt: null, withdrawnAt: null } as const;
