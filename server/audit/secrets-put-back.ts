import 'server-only';
import { secretPlace } from '@/server/credentials/secret-place';
import { Prisma } from '@/server/database/generated/client';
import { unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import { secretDigest } from '@/server/vault/told-digest';
import { atOnce, rowsPutBack, toldLast, type PutBack, type Told } from './rows-put-back';

type Row = Told & { id: string; name: string; secretSealed: Uint8Array };

export function secretsPutBack(teamId: string): Promise<PutBack[]> {
  const isPutBack = ({ id, secretSealed, digest }: Row) =>
    digest !== null && digestOf({ teamId, id }, secretSealed) !== digest;
  return rowsPutBack<Row>('app', (after) => secretsQuery(teamId, after), isPutBack);
}

/** The next of its apps that have a Secret, each with what the audit tells last of that. */
export const secretsQuery = (teamId: string, after: string): Prisma.Sql => Prisma.sql`
  SELECT o.id, o.name, o."secretSealed", last.action, last.digest
  FROM (SELECT id, name, "secretSealed" FROM "App"
    WHERE "teamId" = ${teamId}::uuid AND id > ${after}::uuid AND "secretSealed" IS NOT NULL ORDER BY id LIMIT ${atOnce}) o
  ${toldLast(teamId, actions)}
  ORDER BY o.id`;

const actions = Prisma.sql`'app.registered', 'app.secret_replaced'`;

/** Null for one that was altered. Whatever needs it says that, and nothing uses it. */
function digestOf(app: { teamId: string; id: string }, sealed: Uint8Array): string | null {
  try {
    return secretDigest(app.id, unseal(sealed, secretPlace(app)));
  } catch (error) {
    if (error instanceof TamperedError) return null;
    throw error;
  }
}
