import 'server-only';
import type { CoverageFilter, CoverageRow } from '@/contract/coverage';
import type { Csv } from '@/contract/csv';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { streamCsv, type CsvColumn } from '@/server/csv/stream-csv';
import { db } from '@/server/database/client';
import { inWhole } from '@/server/database/keyset-cut';
import { rowColumns, rowOrder, rowWhere, type Row } from './coverage-rows';
import { expectedBy } from './expected';
import { findList } from './find-list';

const columns: CsvColumn<CoverageRow>[] = [
  ['advertiser_id', ({ advertiserId }) => advertiserId],
  ['label', ({ label }) => label],
  ['coverage', ({ coverage }) => coverage],
  ['name', ({ name }) => name],
  ['status', ({ status }) => status],
  ['connections', ({ connectionCount }) => connectionCount],
  ['live_connections', ({ liveCount }) => liveCount],
];

type Input = Omit<CoverageFilter, 'cursor' | 'limit' | 'skip'>;

const batchSize = 500;

/** All rows that match, as CSV: which and how many is settled before the first byte. Audited first. */
export async function exportRows(actor: Actor, { sort, ...filter }: Input): Promise<Csv> {
  const { id, name } = await findList(actor, filter.id);
  const ids = await db.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ ids: string | null }[]>`
      SELECT string_agg(e."advertiserId", ',' ORDER BY ${inWhole(rowOrder(sort))}) AS ids
      FROM ${expectedBy(actor)} WHERE ${rowWhere(actor, filter)}`;
    const ids = found?.ids ? found.ids.split(',') : [];
    const told = { rows: ids.length, coverage: filter.coverage?.join(',') ?? '', q: filter.q ?? '', sort };
    await record(tx, actor, 'coverage.exported', { kind: 'coverage', id, name }, { data: told });
    return ids;
  });
  return streamCsv({ name: 'coverage', columns, batches: batchesOf(actor, id, ids), count: ids.length });
}

/** A row whose list was replaced meanwhile is left out. */
async function* batchesOf(actor: Actor, id: string, ids: string[]) {
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    const rows = await db.$queryRaw<Row[]>`
      SELECT ${rowColumns} FROM ${expectedBy(actor)}
      WHERE ${rowWhere(actor, { id })} AND e."advertiserId" = ANY(${some}::text[])`;
    const byId = new Map(rows.map((row) => [row.advertiserId, row]));
    yield some.flatMap((each) => byId.get(each) ?? []);
  }
}
