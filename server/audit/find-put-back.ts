import 'server-only';
import { db } from '@/server/database/client';
import { tokenDigest } from '@/server/vault/token-digest';

export type PutBack = { id: string; name: string };

type Row = PutBack & { tokenHash: Uint8Array; action: string; digest: string | null };

/**
 * Connections whose token is not the one that the audit tells of last: one of an earlier time was put back, together
 * with its digest, or one that had been erased. Means something only of an audit that was verified. Of connections
 * that were last authorized before the audit told of tokens nothing can be said.
 */
export async function findPutBack(teamId: string): Promise<PutBack[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT c.id, c.name, c."tokenHash", last.action, last.digest
    FROM "Connection" c CROSS JOIN LATERAL (
      SELECT e.action, e.data->>'tokenDigest' AS digest FROM "AuditEvent" e
      WHERE e."teamId" = c."teamId" AND e."objectId" = c.id::text AND e.result = 'done'
        AND e.action IN ('connection.authorized', 'connection.reauthorized', 'connection.revoked', 'connection.moved')
      ORDER BY e.sequence DESC LIMIT 1) last
    WHERE c."teamId" = ${teamId}::uuid AND c."tokenHash" IS NOT NULL ORDER BY c.id`;
  return rows.filter(isPutBack).map(({ id, name }) => ({ id, name }));
}

function isPutBack({ id, tokenHash, action, digest }: Row): boolean {
  const isGiven = action === 'connection.authorized' || action === 'connection.reauthorized';
  return isGiven ? digest !== null && digest !== tokenDigest(id, tokenHash) : true;
}
