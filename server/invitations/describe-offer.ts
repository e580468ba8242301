import 'server-only';
import type { Role } from '@/contract/permissions';
import { readSession } from '@/server/auth/session';
import { db } from '@/server/database/client';
import { findOffer } from './find-offer';

/**
 * What accepting takes: nothing more (`join`), signing in, a new account, or signing out first, an invitation being
 * for one address.
 */
type Needs = 'join' | 'sign_in' | 'account' | 'sign_out';

type Offer = {
  team: string;
  role: Role;
  email: string;
  inviter: string;
  expiresAt: string;
  needs: Needs;
  /** Who is signed in, where that is somebody else. */
  signedInAs: string | null;
};

/** For the page behind the link. Reading it spends nothing. @throws AppError not_found */
export async function describeOffer(token: string, headers: Headers): Promise<Offer> {
  const { team, role, email, inviter, expiresAt } = await findOffer(db, token);
  const session = await readSession(headers);
  const other = session !== null && session.user.email !== email;
  const known = await db.user.findUnique({ where: { email }, select: { id: true } });
  return {
    team: team.name,
    role,
    email,
    inviter,
    expiresAt: expiresAt.toISOString(),
    needs: other ? 'sign_out' : session ? 'join' : known ? 'sign_in' : 'account',
    signedInAs: other ? session.user.email : null,
  };
}
