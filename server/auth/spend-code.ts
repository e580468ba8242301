import 'server-only';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { countAttempt, forgetAttempts } from './attempts';
import { spendRecoveryCode } from './recovery-codes';
import { openTotpKey, totpStep } from './totp';

/**
 * Uses up a code of somebody's second factor: one of their authenticator app, or a recovery code. Null for a wrong one,
 * and for one that was used. However many try the same code at once, one succeeds.
 * @throws AppError rate_limited after ten tries in 15 minutes
 */
export async function spendCode(userId: string, given: string): Promise<'totp' | 'recovery' | null> {
  await countAttempt(`code:${userId}`);
  const code = given.normalize('NFKC').replace(/\s/g, '');
  const kind = (await spendTotp(userId, code))
    ? 'totp'
    : (await spendRecoveryCode(db, userId, code))
      ? 'recovery'
      : null;
  if (kind) await forgetAttempts(`code:${userId}`);
  return kind;
}

async function spendTotp(userId: string, code: string): Promise<boolean> {
  const { totpSealed, totpEnabledAt, totpLastStep } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { totpSealed: true, totpEnabledAt: true, totpLastStep: true },
  });
  if (!totpSealed || !totpEnabledAt) return false;
  const step = totpStep(openTotpKey(userId, totpSealed), code, totpLastStep);
  if (step === null) return false;
  const { count } = await db.user.updateMany({
    where: { id: userId, totpSealed, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** The same for a code that was used as for one that never was right. */
export function wrongCode(): AppError {
  return new AppError('forbidden', 'This code is wrong, or was used already.', {
    data: { reason: 'wrong_code', field: 'code' },
  });
}
