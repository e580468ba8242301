import 'server-only';
import { record } from '@/server/audit/record';
import { systemActor } from '@/server/auth/actor';
import { addressOf } from '@/server/auth/address';
import { hashPassword } from '@/server/auth/password';
import { resetTokenHash } from '@/server/auth/reset-link';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { notify } from '@/server/mail/notify';

/**
 * Sets a new password with the token of a link, which it uses up, and ends every session. Signing in comes after it, with
 * the second factor of who has one. Of any number at once, one succeeds.
 * @throws AppError not_found for a token that is unknown, used or over; invalid_input for an unfit password
 */
export async function completeReset(
  { token, password }: { token: string; password: string },
  headers: Headers,
): Promise<{ email: string }> {
  const tokenHash = resetTokenHash(token);
  if (!(await db.passwordReset.count({ where: { tokenHash, ...standing() } }))) throw over();
  const passwordHash = await hashPassword(password);
  const user = await db.$transaction(async (tx) => {
    const at = new Date();
    const { count } = await tx.passwordReset.updateMany({ where: { tokenHash, ...standing() }, data: { usedAt: at } });
    if (count === 0) throw over();
    const { user } = await tx.passwordReset.findUniqueOrThrow({ where: { tokenHash }, select: { user: userSelect } });
    await tx.user.update({ where: { id: user.id }, data: { passwordHash, passwordSetAt: at }, select: { id: true } });
    await tx.passwordReset.deleteMany({ where: { userId: user.id, usedAt: null } });
    await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: at } });
    await tellTeams(tx, user, headers);
    return user;
  });
  notify(user.id, 'passwordReset', addressOf(headers));
  return { email: user.email };
}

const userSelect = {
  select: {
    id: true,
    name: true,
    email: true,
    memberships: { select: { teamId: true }, orderBy: { teamId: 'asc' } },
  },
} as const;

const standing = () => ({ usedAt: null, expiresAt: { gt: new Date() } });

type User = { id: string; name: string; memberships: { teamId: string }[] };

async function tellTeams(tx: Transaction, { id, name, memberships }: User, headers: Headers): Promise<void> {
  for (const { teamId } of memberships) {
    const actor = systemActor(teamId, name, { id, ...addressOf(headers) });
    await record(tx, actor, 'account.password_reset', { kind: 'account', id, name });
  }
}

function over(): AppError {
  return new AppError('not_found', 'This link was used already, or is older than an hour.', {
    data: { reason: 'reset_over' },
  });
}
