import 'server-only';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { addressOf } from './address';
import { recordEverywhere } from './record-everywhere';
import type { Session } from './session';
import { sessionIdOf } from './session-cookie';
import { spendCode } from './spend-code';
import { startSession } from './start-session';
import { membershipSelect } from './to-person';

/** Who has done the first step of signing in, and not the second, in the browser that asks. */
export async function readFirstStep(headers: Headers): Promise<(Session & { hasPassword: boolean }) | null> {
  const id = await sessionIdOf(headers);
  if (!id) return null;
  const found = await db.session.findFirst({
    where: { id, awaitsCode: true, revokedAt: null, expiresAt: { gt: new Date() } },
    select: {
      authenticatedAt: true,
      user: {
        select: { id: true, name: true, email: true, passwordHash: true, memberships: { select: membershipSelect } },
      },
    },
  });
  if (!found) return null;
  const { memberships, passwordHash, ...user } = found.user;
  const { authenticatedAt } = found;
  return {
    id,
    authenticatedAt,
    user,
    hasTotp: true,
    hasPassword: passwordHash !== null,
    memberships,
    ...addressOf(headers),
  };
}

/**
 * The id of a new session for a right code of the second factor, or null for a wrong one. Wrong ones are on record:
 * whoever gives them knows the password.
 * @throws AppError unauthenticated where the first step is not done, or was ten minutes ago; rate_limited
 */
export async function takeSecondStep(code: string, headers: Headers): Promise<string | null> {
  const first = await readFirstStep(headers);
  if (!first) throw new AppError('unauthenticated', 'Sign in first.');
  const kind = await spendCode(first.user.id, code);
  const about = { kind: 'session', id: first.id } as const;
  if (!kind) {
    await db.$transaction((tx) => recordEverywhere(tx, first, 'session.code_refused', about, { result: 'refused' }));
    return null;
  }
  if (kind === 'recovery') {
    await db.$transaction((tx) => recordEverywhere(tx, first, 'account.recovery_code_used'));
  }
  // A code is no fresh proof of who has a password: what the first step proved counts, and when.
  return startSession(first.user, headers, {
    continues: first.id,
    ...(first.hasPassword && { authenticatedAt: first.authenticatedAt }),
  });
}
