import 'server-only';
import { record } from '@/server/audit/record';
import { addressOf } from '@/server/auth/address';
import { lockTeam } from '@/server/auth/lock-members';
import { hashPassword } from '@/server/auth/password';
import { readSession } from '@/server/auth/session';
import { membershipSelect, toPerson } from '@/server/auth/to-person';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { findOffer } from './find-offer';

type NewAccount = { name: string; password: string };

/**
 * Makes whoever is signed in with the invited address a member; or, where there is no account with it, a new person.
 * Of any number at once, one succeeds.
 * @throws AppError not_found for an invitation that is over; conflict for a member; unauthenticated where somebody has
 * to sign in first; forbidden for somebody else's
 */
export async function acceptInvitation(
  { token, account }: { token: string; account?: NewAccount },
  headers: Headers,
): Promise<{ teamSlug: string }> {
  const offer = await findOffer(db, token);
  const session = await readSession(headers);
  if (session && session.user.email !== offer.email) {
    throw new AppError('forbidden', `This invitation is for ${offer.email}. Sign out first.`, {
      data: { reason: 'other_person' },
    });
  }
  const passwordHash = session || !account ? null : await hashPassword(account.password);
  return db.$transaction(async (tx) => {
    await lockTeam(tx, offer.team.id);
    const { id, email, role, team, inviter } = await findOffer(tx, token);
    const user = session?.user ?? (await createUser(tx, email, account?.name, passwordHash));
    const where = { teamId: team.id, userId: user.id };
    if (await tx.membership.findUnique({ where: { teamId_userId: where }, select: { role: true } })) {
      throw new AppError('conflict', 'You are a member of this team already.', { data: { reason: 'already_member' } });
    }
    await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date() }, select: { id: true } });
    const membership = await tx.membership.create({ data: { ...where, role }, select: membershipSelect });
    const by = session ?? { id: '', user, authenticatedAt: new Date(), ...addressOf(headers) };
    const object = { kind: 'member', id: user.id, name: user.name } as const;
    await record(tx, toPerson(by, membership), 'member.joined', object, { data: { role, invitedBy: inviter } });
    return { teamSlug: team.slug };
  });
}

async function createUser(tx: Transaction, email: string, name: string | undefined, passwordHash: string | null) {
  if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
    throw new AppError('unauthenticated', 'There is an account with this address. Sign in first.', {
      data: { reason: 'sign_in_first' },
    });
  }
  if (name === undefined || passwordHash === null) {
    throw new AppError('invalid_input', 'A new person gives a name and a password.', { data: { field: 'name' } });
  }
  const data = { email, name, passwordHash, passwordSetAt: new Date() };
  return tx.user.create({ data, select: { id: true, name: true, email: true } });
}
