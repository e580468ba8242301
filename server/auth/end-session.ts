import 'server-only';
import { record } from '@/server/audit/record';
import { db } from '@/server/database/client';
import { membershipSelect, toPerson } from './to-person';

/** Ends a session at once, in every browser that holds its cookie. Ending it again changes nothing. */
export async function endSession(id: string): Promise<void> {
  const session = await db.session.findFirst({
    where: { id, revokedAt: null },
    select: {
      id: true,
      awaitsCode: true,
      authenticatedAt: true,
      ip: true,
      userAgent: true,
      user: {
        select: {
          id: true,
          name: true,
          email: true,
          memberships: { orderBy: { teamId: 'asc' }, select: membershipSelect },
        },
      },
    },
  });
  if (!session) return;
  const { memberships, ...user } = session.user;
  await db.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count === 0 || session.awaitsCode) return;
    for (const membership of memberships) {
      await record(tx, toPerson({ ...session, user }, membership), 'session.ended', { kind: 'session', id });
    }
  });
}
