import 'server-only';
import type { Transaction } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { unseal } from '@/server/vault/seal';
import type { Candidate } from './candidate';

/** A token that is held aside, in the clear, and what is known of it. */
export type Held = Awaited<ReturnType<typeof lockHeld>>;

/** @throws AppError conflict when it was settled meanwhile. */
export async function lockHeld(tx: Transaction, teamId: string, id: string) {
  await tx.$queryRaw`
    SELECT 1 FROM "Authorization" WHERE id = ${id}::uuid AND "teamId" = ${teamId}::uuid FOR UPDATE`;
  const row = await tx.authorization.findUnique({
    where: { teamId_id: { teamId, id } },
    select: {
      status: true,
      connectionId: true,
      startedById: true,
      candidate: true,
      tokenSealed: true,
      app: { select: { id: true, name: true } },
    },
  });
  if (row?.status !== 'comparing' || !row.tokenSealed || !row.connectionId) {
    throw new AppError('conflict', 'This re-authorization is already settled.', {
      data: { status: row?.status ?? null },
    });
  }
  const accessToken = unseal(row.tokenSealed, { table: 'Authorization', column: 'tokenSealed', teamId, rowId: id });
  return { ...row, connectionId: row.connectionId, candidate: row.candidate as Candidate, accessToken };
}
