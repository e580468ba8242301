import 'server-only';
import type { App, AppExport, AppFilter } from '@/contract/apps';
import type { Actor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { readKeysetPage } from '@/server/database/keyset';
import { appOrder } from './app-order';
import { appWhere } from './app-where';
import { appSelect, toApp } from './to-app';

/** One page of the team's apps, and how many match in all. */
export async function listApps(actor: Actor, { sort, cursor, limit, skip, ...filter }: AppFilter) {
  const matching = appWhere(actor, filter);
  const [page, total] = await Promise.all([
    readKeysetPage(
      appOrder(sort),
      { cursor, limit, skip },
      ({ where, orderBy, value, take, skip }) =>
        db.$queryRaw<{ id: string; value: string | null }[]>`
          SELECT a.id, ${value} AS value FROM "App" a WHERE ${matching} AND ${where}
          ORDER BY ${orderBy} LIMIT ${take} OFFSET ${skip}`,
    ),
    countApps(actor, filter),
  ]);
  return { ...page, rows: await inOrder(actor, page.rows), total };
}

/** How many of the team's apps a filter asks for. */
export async function countApps(actor: Actor, filter: Omit<AppExport, 'sort'>): Promise<number> {
  const [counted] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM "App" a WHERE ${appWhere(actor, filter)}`;
  return counted?.total ?? 0;
}

async function inOrder({ teamId }: Actor, found: { id: string }[]): Promise<App[]> {
  const ids = found.map(({ id }) => id);
  const rows = await db.app.findMany({ where: { teamId, id: { in: ids } }, select: appSelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toApp);
}
