import 'server-only';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import type { Person } from './actor';
import type { Browser } from './browser';
import { sessionLife, type Session } from './session';
import { sessionCookie } from './session-cookie';
import { newSessionId } from './session-id';

/**
 * After a change of how somebody signs in: ends all of their sessions and starts one anew for the browser that asked.
 * Returns its id for `keepSession`, once the transaction stands.
 * @throws AppError unauthenticated where that session ended meanwhile: another change came first
 */
export async function renewSession(tx: Transaction, { id: asking, user, ip, userAgent }: Session): Promise<string> {
  const now = new Date();
  const id = newSessionId();
  const { count } = await tx.session.updateMany({ where: { id: asking, revokedAt: null }, data: { revokedAt: now } });
  if (count === 0) throw new AppError('unauthenticated', 'Sign in first.');
  await tx.session.updateMany({ where: { userId: user.id, revokedAt: null }, data: { revokedAt: now } });
  const expiresAt = new Date(now.getTime() + sessionLife.absoluteMs);
  await tx.session.create({ data: { id, userId: user.id, authenticatedAt: now, ip, userAgent, expiresAt } });
  return id;
}

/**
 * After a proof of who it is: their session goes on under another id, until it would have ended. The new id.
 * @throws AppError unauthenticated where it ended meanwhile: a proof brings nothing back
 */
export async function moveSession(tx: Transaction, { sessionId, id: userId, ip, userAgent }: Person): Promise<string> {
  const id = newSessionId();
  const [moved] = await tx.session.updateManyAndReturn({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { createdAt: true, expiresAt: true },
  });
  if (!moved) throw new AppError('unauthenticated', 'Sign in first.');
  await tx.session.create({ data: { id, userId, ...moved, ip, userAgent }, select: { id: true } });
  return id;
}

/** Hands the browser that asked the cookie of its new session. */
export async function keepSession(browser: Browser | null, id: string): Promise<void> {
  browser?.setCookie(await sessionCookie(id, sessionLife.absoluteMs / 1000));
}
