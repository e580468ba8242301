import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import type { Holder } from './save-grants';
import { saveGrantsInParts } from './save-grants-in-parts';

/**
 * Lets go of what a revoked connection still reaches, in parts. Who revoked it has told of all of it, and lets the first
 * part go at once; after a crash the minute's resume asks for the rest. One that is authorized again meanwhile keeps what
 * it has.
 */
export async function letGo(holder: Holder): Promise<void> {
  const { teamId, connectionId: id } = holder;
  if ((await db.connection.count({ where: { teamId, id, state: 'revoked', advertiserCount: { gt: 0 } } })) === 0)
    return;
  await saveGrantsInParts(holder, [], { mayGoOn: (tx) => lockRevoked(tx, holder) });
}

async function lockRevoked(tx: Transaction, { teamId, connectionId }: Holder): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Connection"
    WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid AND state = 'revoked' FOR UPDATE`;
  return rows.length > 0;
}
