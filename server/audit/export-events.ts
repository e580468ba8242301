import 'server-only';
import type { AuditEvent, AuditExport } from '@/contract/audit';
import type { Csv } from '@/contract/csv';
import type { Actor } from '@/server/auth/actor';
import { streamCsv, type CsvColumn } from '@/server/csv/stream-csv';
import { streamJsonl } from '@/server/csv/stream-jsonl';
import { db } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { readKeysetPage } from '@/server/database/keyset';
import { countUpToNow } from './count-events';
import { describeFilter } from './describe-filter';
import { eventOrder } from './event-order';
import { readEvents } from './read-events';
import { record } from './record';
import { toEvent } from './to-event';

const batchSize = 1000;

const columns: CsvColumn<AuditEvent>[] = [
  ['sequence', ({ sequence }) => sequence],
  ['at', ({ at }) => at],
  ['actor_kind', ({ actor }) => actor.kind],
  ['actor_id', ({ actor }) => actor.id],
  ['actor', ({ actor }) => actor.name],
  ['action', ({ action }) => action],
  ['object_kind', ({ object }) => object.kind],
  ['object_id', ({ object }) => object.id],
  ['object', ({ object }) => object.name],
  ['result', ({ result }) => result],
  ['reason', ({ reason }) => reason],
  ['ip', ({ ip }) => ip],
  ['user_agent', ({ userAgent }) => userAgent],
  ['data', ({ data }) => JSON.stringify(data)],
];

/** All events that match up to now, as CSV. That they were taken out is an event itself, the next one. */
export async function exportEventsAsCsv(actor: Actor, filter: AuditExport): Promise<Csv> {
  return streamCsv({ name: 'audit', columns, ...(await exported(actor, filter, 'csv')) });
}

/** The same as JSON lines. */
export async function exportEventsAsJsonl(actor: Actor, filter: AuditExport): Promise<Csv> {
  return streamJsonl({ name: 'audit', ...(await exported(actor, filter, 'jsonl')) });
}

async function exported(actor: Actor, { sort, ...filter }: AuditExport, format: 'csv' | 'jsonl') {
  const { head, count } = await countUpToNow(actor, filter);
  const data = { rows: count, format, filter: describeFilter(filter) };
  await db.$transaction((tx) => record(tx, actor, 'audit.exported', { kind: 'audit', id: null }, { data }));
  return { count, batches: batchesOf(actor, { sort, ...filter }, head) };
}

async function* batchesOf(actor: Actor, { sort, ...filter }: AuditExport, head: bigint) {
  let cursor: string | undefined;
  do {
    const page = await readKeysetPage(eventOrder(sort), { cursor, limit: batchSize }, (cut) =>
      readEvents(actor, filter, { ...cut, where: Prisma.sql`${cut.where} AND e.sequence <= ${head}` }),
    );
    yield page.rows.map(toEvent);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
