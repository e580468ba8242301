import 'server-only';
import { z } from 'zod';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import type { Holder } from './save-grants';
import { saveGrantsInParts } from './save-grants-in-parts';

const told = z.object({ advertiserIds: z.array(z.string()) });

/**
 * Saves the grants that a new connection's exchange told of and the token's own transaction left over. Until then they
 * stand beside its authorization, so that who comes after a crash finds them. One that was inspected or revoked
 * meanwhile needs them no more.
 */
export async function saveRemainingGrants(holder: Holder): Promise<void> {
  const { teamId, connectionId } = holder;
  const where = { teamId, connectionId, status: 'connected', candidate: { not: Prisma.DbNull } } as const;
  const authorization = await db.authorization.findFirst({ where, select: { id: true, candidate: true } });
  if (!authorization) return;
  await saveGrantsInParts(holder, told.parse(authorization.candidate).advertiserIds, {
    mayGoOn: async (tx) => {
      const rows = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "Connection" WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid
          AND "inspectedAt" IS NULL AND state <> 'revoked' FOR UPDATE`;
      return rows.length > 0;
    },
  });
  await db.authorization.updateMany({
    where: { ...where, id: authorization.id },
    data: { candidate: Prisma.DbNull },
  });
}
