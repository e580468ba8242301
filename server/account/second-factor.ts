import 'server-only';
import { generateURI } from 'otplib';
import { toString as toQr } from 'qrcode';
import type { Browser } from '@/server/auth/browser';
import { demandPassword } from '@/server/auth/demand-password';
import { makeRecoveryCodes } from '@/server/auth/recovery-codes';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import { keepSession, renewSession } from '@/server/auth/renew-session';
import type { Session } from '@/server/auth/session';
import { refuseCode } from '@/server/auth/refuse-code';
import { newTotpKey, openTotpKey, sealTotpKey, totpStep } from '@/server/auth/totp';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { countAttempt, forgetAttempts } from '@/server/auth/attempts';
import { notify } from '@/server/mail/notify';

/** A new key, which counts for nothing until a code of it is confirmed. Asking again makes another. */
export async function startSecondFactor(session: Session, { password }: { password: string }) {
  await demandPassword(session, password);
  const { id, email } = session.user;
  const key = newTotpKey();
  const { count } = await db.user.updateMany({
    where: { id, totpEnabledAt: null },
    data: { totpSealed: sealTotpKey(id, key), totpLastStep: null },
  });
  if (count === 0) throw onAlready();
  const qr = await toQr(generateURI({ issuer: 'Grantboard', label: email, secret: key }), { type: 'svg', margin: 2 });
  return { key, qr };
}

/** From here on signing in takes a code. Ends every other session: none of them has given one. */
export async function confirmSecondFactor(session: Session, { code }: { code: string }, browser: Browser | null) {
  const { id } = session.user;
  await countAttempt(`code:${id}`);
  const { totpSealed, totpEnabledAt } = await db.user.findUniqueOrThrow({
    where: { id },
    select: { totpSealed: true, totpEnabledAt: true },
  });
  if (totpEnabledAt) throw onAlready();
  if (!totpSealed) throw new AppError('conflict', 'Begin with a new key.', { data: { reason: 'not_started' } });
  const step = totpStep(openTotpKey(id, totpSealed), code.normalize('NFKC').replace(/\s/g, ''), null);
  if (step === null) return refuseCode(session);
  await forgetAttempts(`code:${id}`);
  const { renewed, recoveryCodes } = await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, totpEnabledAt: null, totpSealed },
      data: { totpEnabledAt: new Date(), totpLastStep: step },
    });
    if (count === 0) throw onAlready();
    const recoveryCodes = await makeRecoveryCodes(tx, id);
    const renewed = await renewSession(tx, session);
    await recordEverywhere(tx, session, 'account.second_factor_on');
    return { renewed, recoveryCodes };
  });
  notify(id, 'factorOn', session);
  await keepSession(browser, renewed);
  return { recoveryCodes };
}

function onAlready(): AppError {
  return new AppError('conflict', 'The second factor is on already.', { data: { reason: 'on_already' } });
}
