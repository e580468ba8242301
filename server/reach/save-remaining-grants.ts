import 'server-only';
import { z } from 'zod';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Holder } from './save-grants';
import { saveGrantsInParts } from './save-grants-in-parts';

const told = z.object({ advertiserIds: z.array(z.string()) });

/**
 * Saves the grants of a new token that its own transaction left over. Until then their ids stand beside its
 * authorization, so that who comes after a crash finds them. Nobody needs them any more once the connection was
 * inspected, revoked or authorized again.
 */
export async function saveRemainingGrants(holder: Holder): Promise<void> {
  const { teamId, connectionId } = holder;
  const left = { teamId, connectionId, status: 'connected', candidate: { not: Prisma.DbNull } } as const;
  const authorization = await db.authorization.findFirst({ where: left, select: { id: true, candidate: true } });
  if (!authorization) return;
  const { id } = authorization;
  await saveGrantsInParts(holder, told.parse(authorization.candidate).advertiserIds, {
    mayGoOn: async (tx) => {
      const rows = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid
          AND "inspectedAt" IS NULL AND state <> 'revoked' FOR UPDATE`;
      // Asked under the lock: who authorizes again holds it while letting these go.
      return rows.length > 0 && (await tx.authorization.count({ where: { ...left, id } })) > 0;
    },
  });
  await db.authorization.updateMany({ where: { ...left, id }, data: { candidate: Prisma.DbNull } });
}
