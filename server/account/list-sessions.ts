import 'server-only';
import type { AccountSession } from '@/contract/account';
import { sessionLife, type Session } from '@/server/auth/session';
import { db } from '@/server/database/client';

const most = 200;

/** One's sessions that still stand, the last seen first. */
export async function listSessions({ id: currentId, user }: Session): Promise<AccountSession[]> {
  const now = Date.now();
  const rows = await db.session.findMany({
    where: {
      userId: user.id,
      revokedAt: null,
      awaitsCode: false,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionLife.idleMs) },
    },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    since: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    current: row.id === currentId,
  }));
}
