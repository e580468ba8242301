import 'server-only';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { countAttempt, forgetAttempts } from './attempts';
import { isPassword } from './password';
import { isRecent } from './recent-password';

type Who = { id: string; authenticatedAt: Date };

/**
 * Whether this is the person's password. Who has none, signing in at a provider, proves it by having done so just now.
 * @throws AppError rate_limited after ten tries in 15 minutes; forbidden with `data.reason: 'no_password'`
 */
export async function provePassword({ id, authenticatedAt }: Who, password: string): Promise<boolean> {
  await countAttempt(`confirm:${id}`);
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  if (passwordHash === null) demandFresh(authenticatedAt);
  else if (!(await isPassword(password, passwordHash))) return false;
  await forgetAttempts(`confirm:${id}`);
  return true;
}

export function wrongPassword(): AppError {
  return new AppError('forbidden', 'This is not your password.', { data: { reason: 'wrong_password' } });
}

function demandFresh(authenticatedAt: Date): void {
  if (isRecent(authenticatedAt)) return;
  throw new AppError('forbidden', 'Your account has no password. Sign out, sign in again, and come back at once.', {
    data: { reason: 'no_password' },
  });
}
