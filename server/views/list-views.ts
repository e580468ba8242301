import 'server-only';
import { z } from 'zod';
import type { ViewList } from '@/contract/views';
import { words } from '@/contract/shapes';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage, type KeysetOrder } from '@/server/database/keyset';
import { ownerOf } from './owner-of';
import { readableNouns } from './readable-nouns';
import { toView, viewSelect, type Counters } from './to-view';

const byName: KeysetOrder = {
  name: 'name',
  column: Prisma.sql`v.name`,
  type: 'text',
  value: words,
  id: { column: Prisma.sql`v.id`, type: 'uuid', value: z.uuid() },
  descending: false,
};

/** The caller's own views and those that are shared, of the lists they may read, each with how many rows match now. */
export async function listViews(actor: Actor, { noun, cursor, limit }: ViewList, counters: Counters) {
  const { teamId } = actor;
  const nouns = readableNouns(actor).filter((readable) => !noun || readable === noun);
  const matching = Prisma.sql`v."teamId" = ${teamId}::uuid AND v.noun = ANY(${nouns}::text[])
    AND (v.shared OR v."userId" = ${ownerOf(actor)}::uuid)`;
  const [{ rows, ...page }, [counted]] = await Promise.all([
    readKeysetPage(
      byName,
      { cursor, limit },
      ({ where, orderBy, value, take }) =>
        db.$queryRaw<{ id: string; value: string | null }[]>`
          SELECT v.id, ${value} AS value FROM "SavedView" v WHERE ${matching} AND ${where} ORDER BY ${orderBy} LIMIT ${take}`,
    ),
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "SavedView" v WHERE ${matching}`,
  ]);
  return { ...page, rows: await inOrder(actor, rows, counters), total: counted?.total ?? 0 };
}

async function inOrder(actor: Actor, found: { id: string }[], counters: Counters) {
  const ids = found.map(({ id }) => id);
  const rows = await db.savedView.findMany({ where: { teamId: actor.teamId, id: { in: ids } }, select: viewSelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((row) => toView(actor, row, counters)));
}
