import 'server-only';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import type { Session } from '@/server/auth/session';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';

/** Ends one of one's sessions: out on its very next request. @throws AppError not_found for anybody else's */
export async function endOneSession(session: Session, { id }: { id: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, userId: session.user.id, revokedAt: null, awaitsCode: false },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not_found', 'You have no such session, or it has ended already.');
    await recordEverywhere(tx, session, 'session.revoked', { kind: 'session', id });
  });
}

/** Ends every session of one's own but the one that asks, and half-done sign-ins too. */
export async function endOtherSessions(session: Session): Promise<{ ended: number }> {
  const { id, user } = session;
  return db.$transaction(async (tx) => {
    const { count: ended } = await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null, id: { not: id } },
      data: { revokedAt: new Date() },
    });
    if (ended > 0) {
      await recordEverywhere(
        tx,
        session,
        'session.revoked',
        { kind: 'session', id: null },
        { data: { sessions: ended } },
      );
    }
    return { ended };
  });
}
