import 'server-only';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { seal, unseal } from '@/server/vault/seal';
import { TamperedError } from '@/server/vault/tampered-error';
import { sqlOf, type SealedColumn } from './places';

type Row = { id: string; teamId: string | null; old: Uint8Array };
type Resealed = Row & { fresh: Uint8Array };

/** A statement's work, so that nobody waits long for one of its rows. */
const atOnce = 200;

export type Batch = {
  /** The last row that was looked at; null where there is none beyond. */
  after: string | null;
  found: number;
  /** Cannot be opened by anybody: altered. They stay as they are. */
  unreadable: number;
};

/**
 * Seals the next few values that another key sealed anew with the current one. A row that somebody is changing is left
 * to a later pass; one that was changed since it was read keeps what it was given.
 */
export async function reencryptBatch(column: SealedColumn, keyId: number, after: string): Promise<Batch> {
  const { from, value, keyId: keyOf, teamId } = sqlOf(column);
  const rows = await db.$queryRaw<Row[]>`
    SELECT id::text, ${teamId} AS "teamId", ${value} AS old FROM ${from}
    WHERE id > ${after}::uuid AND ${value} IS NOT NULL AND (${keyOf}) IS DISTINCT FROM ${keyId}::int
    ORDER BY ${from}.id LIMIT ${atOnce}`;
  const resealed = rows.map((row) => reseal(column, row)).filter((row) => row !== null);
  if (resealed.length > 0) await replace(column, resealed);
  const last = rows.length < atOnce ? null : rows.at(-1)!.id;
  return { after: last, found: rows.length, unreadable: rows.length - resealed.length };
}

function reseal({ table, column }: SealedColumn, row: Row): Resealed | null {
  const place = { table, column, teamId: row.teamId, rowId: row.id };
  try {
    return { ...row, fresh: seal(unseal(row.old, place), place) };
  } catch (error) {
    if (error instanceof TamperedError) return null;
    throw error;
  }
}

async function replace(column: SealedColumn, rows: Resealed[]): Promise<void> {
  const { from, value } = sqlOf(column);
  const ids = rows.map(({ id }) => id);
  await db.$executeRaw`
    WITH free AS (SELECT id FROM ${from} WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
    UPDATE ${from} t SET ${value} = v.fresh
    FROM free JOIN (VALUES ${Prisma.join(rows.map(({ id, old, fresh }) => Prisma.sql`(${id}::uuid, ${old}::bytea, ${fresh}::bytea)`))})
      AS v(id, old, fresh) USING (id)
    WHERE t.id = v.id AND t.${value} = v.old`;
}
