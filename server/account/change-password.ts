import 'server-only';
import type { Browser } from '@/server/auth/browser';
import { demandPassword } from '@/server/auth/demand-password';
import { hashPassword } from '@/server/auth/password';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import { keepSession, renewSession } from '@/server/auth/renew-session';
import type { Session } from '@/server/auth/session';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { notify } from '@/server/mail/notify';

type Passwords = { password: string; newPassword: string };

/**
 * Another password instead of the present one. Ends every session, and starts this browser's anew.
 * @throws AppError forbidden for a wrong present one, or where there is none; invalid_input for an unfit new one
 */
export async function changePassword(
  session: Session,
  { password, newPassword }: Passwords,
  browser: Browser | null,
): Promise<void> {
  const { id } = session.user;
  if (!(await hasPassword(id))) throw noPassword();
  await demandPassword(session, password);
  if (newPassword === password) throw unchanged();
  const passwordHash = await hashPassword(newPassword);
  const renewed = await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash, passwordSetAt: new Date() } });
    await tx.passwordReset.deleteMany({ where: { userId: id } });
    const renewed = await renewSession(tx, session);
    await recordEverywhere(tx, session, 'account.password_changed');
    return renewed;
  });
  notify(id, 'passwordChanged', session);
  await keepSession(browser, renewed);
}

async function hasPassword(id: string): Promise<boolean> {
  return (await db.user.count({ where: { id, passwordHash: { not: null } } })) > 0;
}

function noPassword(): AppError {
  return new AppError('forbidden', 'You sign in at your provider, and have no password here.', {
    data: { reason: 'no_password' },
  });
}

function unchanged(): AppError {
  return new AppError('invalid_input', 'This is the password that you have.', {
    data: { reason: 'same_password', field: 'newPassword' },
  });
}
