import 'server-only';
import type { AuditVerification } from '@/contract/audit';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';

export type PutBack = AuditVerification['putBack'][number];

/** What the audit tells last of a row, and with which digest; null where it tells nothing. */
export type Told = { action: string | null; digest: string | null };

type Row = Omit<PutBack, 'kind'> & Told;

export const atOnce = 2_000;
export const fromTheFirst = '00000000-0000-0000-0000-000000000000';

/** Of all rows of a query, which gives them in order of their ids and so many at once, those that were put back. */
export async function rowsPutBack<R extends Row>(
  kind: PutBack['kind'],
  query: (after: string) => Prisma.Sql,
  isPutBack: (row: R) => boolean,
): Promise<PutBack[]> {
  const found: PutBack[] = [];
  for (let after = fromTheFirst; ;) {
    const rows = await db.$queryRaw<R[]>(query(after));
    found.push(...rows.filter(isPutBack).map(({ id, name }) => ({ kind, id, name })));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return found;
    after = last.id;
  }
}

/** Joins to each row `o` what its team's audit tells last of it among these actions, which are those of an index. */
export const toldLast = (teamId: string, actions: Prisma.Sql) => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT e.action, coalesce(e.data->>'tokenDigest', e.data->>'secretDigest') AS digest FROM "AuditEvent" e
    WHERE e."teamId" = ${teamId}::uuid AND e."objectId" = o.id::text AND e.result = 'done' AND e.action IN (${actions})
    ORDER BY e.sequence DESC LIMIT 1) last ON true`;
