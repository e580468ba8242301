import 'server-only';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { notify } from '@/server/mail/notify';
import { addressOf, networkOf } from './address';
import { sessionLife } from './session';
import { newSessionId } from './session-id';
import { membershipSelect, toPerson } from './to-person';

type User = { id: string; name: string; email: string };
type How = {
  /** The first step only is done: the second has ten minutes. */
  awaitsCode?: boolean;
  /** The session of the first step, which ends. */
  replaces?: string;
  /** When they proved who they are, where that was not just now. */
  authenticatedAt?: Date;
};

const secondStepMs = 10 * 60_000;

/** Signs a person in: a session of its own each time, never one that was there before. Returns its id. */
export async function startSession(
  user: User,
  headers: Headers,
  { awaitsCode = false, replaces, authenticatedAt }: How = {},
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
    await tx.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: now } } });
    if (replaces) await tx.session.updateMany({ where: { id: replaces }, data: { revokedAt: now } });
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
