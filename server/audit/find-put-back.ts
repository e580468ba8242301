import 'server-only';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { tokenDigest } from '@/server/vault/token-digest';

export type PutBack = { id: string; name: string };

type Row = PutBack & { tokenHash: Uint8Array; action: string | null; digest: string | null };

const atOnce = 2_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Connections whose token is not the one that the audit tells of last: one of an earlier time was put back, together
 * with its digest, or one that had been erased. Means something only of an audit that was verified. Of connections
 * that were last authorized before the audit told of tokens nothing can be said.
 */
export async function findPutBack(teamId: string): Promise<PutBack[]> {
  const putBack: PutBack[] = [];
  for (let after = beforeAll; ;) {
    const rows = await db.$queryRaw<Row[]>(tokensQuery(teamId, after));
    putBack.push(...rows.filter(isPutBack).map(({ id, name }) => ({ id, name })));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return putBack;
    after = last.id;
  }
}

/** The next of its connections that have a token, each with what the audit tells last of that. */
export const tokensQuery = (teamId: string, after: string): Prisma.Sql => Prisma.sql`
  SELECT c.id, c.name, c."tokenHash", last.action, last.digest
  FROM (SELECT id, name, "tokenHash" FROM "Connection"
    WHERE "teamId" = ${teamId}::uuid AND id > ${after}::uuid AND "tokenHash" IS NOT NULL ORDER BY id LIMIT ${atOnce}) c
  LEFT JOIN LATERAL (
    SELECT e.action, e.data->>'tokenDigest' AS digest FROM "AuditEvent" e
    WHERE e."teamId" = ${teamId}::uuid AND e."objectId" = c.id::text AND e.result = 'done'
      AND e.action IN ('connection.authorized', 'connection.reauthorized', 'connection.revoked', 'connection.moved')
    ORDER BY e.sequence DESC LIMIT 1) last ON true
  ORDER BY c.id`;

function isPutBack({ id, tokenHash, action, digest }: Row): boolean {
  if (action === null) return false;
  const isGiven = action === 'connection.authorized' || action === 'connection.reauthorized';
  return isGiven ? digest !== null && digest !== tokenDigest(id, tokenHash) : true;
}
