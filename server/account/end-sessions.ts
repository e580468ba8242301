import 'server-only';
import { demandPasswordUnlessRecent } from '@/server/auth/demand-password';
import { recordEverywhere } from '@/server/auth/record-everywhere';
import type { Session } from '@/server/auth/session';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';

type Proof = { password?: string | undefined };

/**
 * Ends one of one's sessions: out on its very next request. Who has not proved lately who they are gives the password.
 * @throws AppError not_found for anybody else's; as demandPasswordUnlessRecent does
 */
export async function endOneSession(session: Session, { id, password }: { id: string } & Proof): Promise<void> {
  await demandPasswordUnlessRecent(session, password);
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, userId: session.user.id, revokedAt: null, awaitsCode: false },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError('not_found', 'You have no such session, or it has ended already.');
    await recordEverywhere(tx, session, 'session.revoked', { kind: 'session', id });
  });
}

/** Ends every session of one's own but the one that asks, and half-done sign-ins too; after the same proof. */
export async function endOtherSessions(session: Session, { password }: Proof): Promise<{ ended: number }> {
  await demandPasswordUnlessRecent(session, password);
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
