import 'server-only';
import { Prisma } from '@/server/database/generated/client';
import { tokenDigest } from '@/server/vault/told-digest';
import { atOnce, rowsPutBack, toldLast, type PutBack, type Told } from './rows-put-back';

type Row = Told & { id: string; name: string; tokenHash: Uint8Array | null };

export function tokensPutBack(teamId: string): Promise<PutBack[]> {
  return rowsPutBack<Row>('connection', (after) => tokensQuery(teamId, after), isPutBack);
}

/** The next of its connections that have a token, each with what the audit tells last of that. */
export const tokensQuery = (teamId: string, after: string): Prisma.Sql => Prisma.sql`
  SELECT o.id, o.name, o."tokenHash", last.action, last.digest
  FROM (SELECT id, name, "tokenHash" FROM "Connection"
    WHERE "teamId" = ${teamId}::uuid AND id > ${after}::uuid
      AND ("tokenSealed" IS NOT NULL OR "tokenHash" IS NOT NULL) ORDER BY id LIMIT ${atOnce}) o
  ${toldLast(teamId, actions)}
  ORDER BY o.id`;

const actions = Prisma.sql`'connection.authorized', 'connection.reauthorized', 'connection.revoked', 'connection.moved'`;

function isPutBack({ id, tokenHash, action, digest }: Row): boolean {
  if (!tokenHash) return true;
  if (action === null) return false;
  const isGiven = action === 'connection.authorized' || action === 'connection.reauthorized';
  return isGiven ? digest !== null && digest !== tokenDigest(id, tokenHash) : true;
}
