import 'server-only';
import type { Browser } from '@/server/auth/browser';
import { demandPassword } from '@/server/auth/demand-password';
import { makeRecoveryCodes } from '@/server/auth/recovery-codes';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import { keepSession, renewSession } from '@/server/auth/renew-session';
import type { Session } from '@/server/auth/session';
import { refuseCode } from '@/server/auth/refuse-code';
import { spendCode } from '@/server/auth/spend-code';
import { db } from '@/server/database/client';
import { notify } from '@/server/mail/notify';

type Proof = { password: string; code: string };

/** From here on signing in takes the password alone. Ends every other session. */
export async function removeSecondFactor(session: Session, proof: Proof, browser: Browser | null): Promise<void> {
  const { id } = session.user;
  await demandProof(session, proof);
  const renewed = await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { totpSealed: null, totpEnabledAt: null, totpLastStep: null } });
    await tx.recoveryCode.deleteMany({ where: { userId: id } });
    const renewed = await renewSession(tx, session);
    await recordEverywhere(tx, session, 'account.second_factor_off');
    return renewed;
  });
  notify(id, 'factorOff', session);
  await keepSession(browser, renewed);
}

/** Other recovery codes; the earlier ones no longer work. */
export async function renewRecoveryCodes(session: Session, proof: Proof): Promise<{ recoveryCodes: string[] }> {
  await demandProof(session, proof);
  const recoveryCodes = await db.$transaction(async (tx) => {
    const made = await makeRecoveryCodes(tx, session.user.id);
    await recordEverywhere(tx, session, 'account.recovery_codes_made');
    return made;
  });
  notify(session.user.id, 'recoveryCodesMade', session);
  return { recoveryCodes };
}

/** Both, so that neither a browser left open nor a phone left lying is enough. */
async function demandProof(session: Session, { password, code }: Proof): Promise<void> {
  await demandPassword(session, password);
  const kind = await spendCode(session.user.id, code);
  if (!kind) await refuseCode(session);
  if (kind === 'recovery') await db.$transaction((tx) => recordEverywhere(tx, session, 'account.recovery_code_used'));
}
