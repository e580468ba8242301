import 'server-only';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Actor, Person } from './actor';
import { provePassword, wrongPassword } from './prove-password';

/**
 * Proves the password again, for the acts that want it given recently.
 * @throws AppError forbidden with `data.reason: 'wrong_password'`; rate_limited after ten tries in 15 minutes.
 */
export async function confirmPassword(actor: Actor, { password }: { password: string }): Promise<void> {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person has a password.');
  if (!(await provePassword(actor, password))) {
    await keep(actor, 'refused');
    throw wrongPassword();
  }
  await keep(actor, 'done');
}

async function keep(actor: Person, result: 'done' | 'refused'): Promise<void> {
  await db.$transaction(async (tx) => {
    if (result === 'done') {
      // Who has no password has proved nothing new.
      const where = { id: actor.sessionId, user: { passwordHash: { not: null } } };
      await tx.session.updateMany({ where, data: { authenticatedAt: new Date() } });
    }
    await record(tx, actor, 'session.confirmed', { kind: 'session', id: actor.sessionId }, { result });
  });
}
