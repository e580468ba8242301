import 'server-only';
import type { App, AppExport } from '@/contract/apps';
import type { Csv } from '@/contract/csv';
import { describeFilter } from '@/server/audit/describe-filter';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { streamCsv, type CsvColumn } from '@/server/csv/stream-csv';
import { db } from '@/server/database/client';
import { inWhole } from '@/server/database/keyset-cut';
import { appOrder } from './app-order';
import { appWhere } from './app-where';
import { appSelect, toApp } from './to-app';

const batchSize = 200;

const columns: CsvColumn<App>[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['app_id', ({ appId }) => appId],
  ['environment', ({ environment }) => environment],
  ['tier', ({ tier }) => tier],
  ['review_status', ({ reviewStatus }) => reviewStatus],
  ['review_since', ({ reviewSince }) => reviewSince],
  ['connections', ({ connectionCount }) => connectionCount],
  ['redirect_urls', ({ redirectUrls }) => redirectUrls.map(({ url }) => url).join(' ')],
  ['secret_set_at', ({ secretSetAt }) => secretSetAt],
  ['created_at', ({ createdAt }) => createdAt],
  ['notes', ({ notes }) => notes],
];

/** All that match, as CSV: which and how many is settled by one statement before the first byte. Audited first. */
export async function exportApps(actor: Actor, { sort, ...filter }: AppExport): Promise<Csv> {
  const ids = await db.$transaction(async (tx) => {
    const found = await tx.$queryRaw<{ id: string }[]>`
      SELECT a.id FROM "App" a WHERE ${appWhere(actor, filter)} ORDER BY ${inWhole(appOrder(sort))}`;
    const data = { rows: found.length, filter: describeFilter(filter), sort };
    await record(tx, actor, 'apps.exported', { kind: 'app', id: null }, { data });
    return found.map(({ id }) => id);
  });
  return streamCsv({ name: 'apps', columns, batches: batchesOf(actor, ids), count: ids.length });
}

async function* batchesOf({ teamId }: Actor, ids: string[]) {
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize);
    const rows = await db.app.findMany({ where: { teamId, id: { in: batch } }, select: appSelect });
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield batch.flatMap((id) => byId.get(id) ?? []).map(toApp);
  }
}
