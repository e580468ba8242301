import 'server-only';
import type { ConnectionSelection } from '@/contract/connection-filter';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { db, type Transaction } from '@/server/database/client';
import type { Prisma } from '@/server/database/generated/client';
import { AppError } from '@/server/errors';
import { findTags } from './find-tags';
import { describeSelection, selectedWhere } from './selected-where';

type Input = { select: ConnectionSelection; add: string[]; remove: string[] };
type Step = { last: string | null; seen: number; changed: number };

const stepSize = 2000;

/** Puts tags on all that are selected, and takes others off, together or not at all; tells how many that changed. */
export function tagConnections(actor: Actor, { select, add, remove }: Input): Promise<{ changed: number }> {
  if (add.some((id) => remove.includes(id))) {
    throw new AppError('invalid_input', 'The same tag is both to be added and to be removed.', {
      data: { field: 'add' },
    });
  }
  return db.$transaction(async (tx) => {
    const tags = await findTags(tx, actor, [...add, ...remove]);
    const selected = selectedWhere(actor, select);
    let changed = 0;
    for (let last: string | null = null, seen = stepSize; seen === stepSize;) {
      const step = await tagSome(tx, actor, { selected, add, remove, last });
      changed += step.changed;
      ({ last, seen } = step);
    }
    const named = (ids: string[]) => ids.map((id) => tags.get(id) ?? id);
    const data = { changed, added: named(add), removed: named(remove), ...describeSelection(select) };
    if (changed > 0) await record(tx, actor, 'connections.tagged', { kind: 'connection', id: null }, { data });
    return { changed };
  });
}

/** The next few in the order of their ids: one statement for all of a large team would hold up everything else. */
async function tagSome(
  tx: Transaction,
  { teamId }: Actor,
  { selected, add, remove, last }: Omit<Input, 'select'> & { selected: Prisma.Sql; last: string | null },
): Promise<Step> {
  const [step] = await tx.$queryRaw<Step[]>`
    WITH chosen AS MATERIALIZED (
      SELECT c.id FROM "Connection" c WHERE ${selected} AND (${last}::uuid IS NULL OR c.id > ${last}::uuid)
      ORDER BY c.id LIMIT ${stepSize}
    ), added AS (
      INSERT INTO "ConnectionTag" ("teamId", "connectionId", "tagId")
      SELECT ${teamId}::uuid, chosen.id, tag FROM chosen, unnest(${add}::uuid[]) AS tag
      ON CONFLICT DO NOTHING RETURNING "connectionId"
    ), removed AS (
      DELETE FROM "ConnectionTag" t USING chosen
      WHERE t."teamId" = ${teamId}::uuid AND t."connectionId" = chosen.id AND t."tagId" = ANY(${remove}::uuid[])
      RETURNING t."connectionId"
    )
    SELECT (SELECT id FROM chosen ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*) FROM chosen)::int AS seen,
      (SELECT count(*) FROM (SELECT "connectionId" FROM added UNION SELECT "connectionId" FROM removed) AS touched)::int
        AS changed`;
  return step ?? { last, seen: 0, changed: 0 };
}
