import 'server-only';
import { record } from '@/server/audit/record';
import { db, type Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { notify } from '@/server/mail/notify';
import { addressOf, networkOf } from './address';
import { sessionLife } from './session';
import { newSessionId } from './session-id';
import { membershipSelect, toPerson } from './to-person';

type User = { id: string; name: string; email: string };
type How = {
  /** The first step only is done: the second has ten minutes. */
  awaitsCode?: boolean;
  /** Another session of theirs in this browser, which ends. */
  replaces?: string;
  /** The session of the first step, which ends, and must stand until then. */
  continues?: string;
  /** What the proof was held against: nothing of it may have changed since. */
  proved?: { passwordHash: string | null; totpEnabledAt: Date | null };
  /** When they proved who they are, where that was not just now. */
  authenticatedAt?: Date;
};

const secondStepMs = 10 * 60_000;

/**
 * Signs a person in: a session of its own each time, never one that was there before. Returns its id.
 * @throws AppError unauthenticated where how they sign in was changed since they proved who they are
 */
export async function startSession(
  user: User,
  headers: Headers,
  { awaitsCode = false, replaces, continues, authenticatedAt, proved }: How = {},
): Promise<string> {
  const now = new Date();
  const session = { id: newSessionId(), authenticatedAt: authenticatedAt ?? now, ...addressOf(headers) };
  const expiresAt = new Date(now.getTime() + (awaitsCode ? secondStepMs : sessionLife.absoluteMs));
  const memberships = await db.membership.findMany({
    where: { userId: user.id },
    orderBy: { teamId: 'asc' },
    select: membershipSelect,
  });
  const elsewhere = !awaitsCode && (await isElsewhere(user.id, session.ip));
  await db.$transaction(async (tx) => {
    await demandUnchanged(tx, user.id, proved);
    await tx.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: now } } });
    if (replaces) await tx.session.updateMany({ where: { id: replaces }, data: { revokedAt: now } });
    if (continues) await endFirstStep(tx, continues, now);
    await tx.session.create({ data: { ...session, userId: user.id, expiresAt, awaitsCode } });
    if (awaitsCode) return;
    for (const membership of memberships) {
      const person = toPerson({ ...session, user }, membership);
      await record(tx, person, 'session.started', { kind: 'session', id: session.id });
    }
  });
  if (elsewhere) notify(user.id, 'signedIn', session);
  return session.id;
}

/** From here on a change of how they sign in waits, and then ends the new session too. */
async function demandUnchanged(tx: Transaction, id: string, proved: How['proved']): Promise<void> {
  const [now] = await tx.$queryRaw<NonNullable<How['proved']>[]>`
    SELECT "passwordHash", "totpEnabledAt" FROM "User" WHERE id = ${id}::uuid FOR SHARE`;
  if (!now) throw changedMeanwhile();
  if (!proved) return;
  const same =
    now.passwordHash === proved.passwordHash && now.totpEnabledAt?.getTime() === proved.totpEnabledAt?.getTime();
  if (!same) throw changedMeanwhile();
}

async function endFirstStep(tx: Transaction, id: string, at: Date): Promise<void> {
  const { count } = await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
  if (count === 0) throw changedMeanwhile();
}

const changedMeanwhile = () =>
  new AppError('unauthenticated', 'How you sign in was changed meanwhile. Sign in again.', {
    data: { reason: 'changed_meanwhile' },
  });

/** Whether this is a network that none of their latest sessions was in: of somebody who was never here nothing is. */
async function isElsewhere(userId: string, ip: string | null): Promise<boolean> {
  if (ip === null) return false;
  const been = await db.session.findMany({
    where: { userId, awaitsCode: false, ip: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: 100,
    select: { ip: true },
  });
  return been.length > 0 && !been.some((one) => networkOf(one.ip!) === networkOf(ip));
}
