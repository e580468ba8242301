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

/** All rows that match, as CSV. A list has an end that is near: it is read at once, and is what it was at one moment. */
export async function exportRows(actor: Actor, { sort, ...filter }: Input): Promise<Csv> {
  const { id, name } = await findList(actor, filter.id);
  const rows = await db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT ${rowColumns} FROM ${expectedBy(actor)} WHERE ${rowWhere(actor, filter)} ORDER BY ${inWhole(rowOrder(sort))}`;
    const told = { rows: rows.length, coverage: filter.coverage?.join(',') ?? '', q: filter.q ?? '', sort };
    await record(tx, actor, 'coverage.exported', { kind: 'coverage', id, name }, { data: told });
    return rows;
  });
  return streamCsv({ name: 'coverage', columns, batches: batchesOf(rows), count: rows.length });
}

async function* batchesOf(rows: Row[]) {
  for (let start = 0; start < rows.length; start += 500) yield rows.slice(start, start + 500);
}
