import 'server-only';
import type { GivenProof } from '@/contract/session';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Actor, Person } from './actor';
import type { Browser } from './browser';
import { howToConfirm } from './how-to-confirm';
import { provePassword, wrongPassword } from './prove-password';
import { keepSession, moveSession } from './renew-session';
import { spendCode, wrongCode } from './spend-code';

/**
 * Proves again who it is, for the acts that want it proved recently: by the password, or by a code of who has none. The
 * session goes on under another id.
 * @throws AppError forbidden with `data.reason`: 'wrong_password', 'wrong_code', 'no_password' for who has to go to the
 * provider, 'other_proof' for the one that is not theirs; rate_limited after ten tries in 15 minutes.
 */
export async function confirmSession(actor: Actor, given: GivenProof, browser: Browser | null): Promise<void> {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person proves who they are.');
  const by = await howToConfirm(actor.id);
  const proved = 'code' in given ? await proveCode(actor, by, given.code) : await provePassword(actor, given.password);
  if (!proved) {
    await db.$transaction((tx) => record(tx, actor, 'session.confirmed', sessionOf(actor), { result: 'refused' }));
    throw 'code' in given ? wrongCode() : wrongPassword();
  }
  // Who has no password has proved it lately, and nothing new.
  if (!('code' in given) && by !== 'password') return;
  const id = await db.$transaction(async (tx) => {
    const id = browser ? await moveSession(tx, actor) : actor.sessionId;
    await tx.session.update({ where: { id }, data: { authenticatedAt: new Date() }, select: { id: true } });
    const { id: accountId, name } = actor;
    if (proved === 'recovery') {
      await record(tx, actor, 'account.recovery_code_used', { kind: 'account', id: accountId, name });
    }
    await record(tx, actor, 'session.confirmed', sessionOf(actor));
    return id;
  });
  await keepSession(browser, id);
}

const sessionOf = ({ sessionId }: Person) => ({ kind: 'session', id: sessionId }) as const;

/** A code alone stands for nobody who has a password. */
async function proveCode({ id }: Person, by: string, code: string): Promise<'totp' | 'recovery' | null> {
  if (by === 'code') return spendCode(id, code);
  throw new AppError('forbidden', 'A code does not do for your account.', { data: { reason: 'other_proof' } });
}
