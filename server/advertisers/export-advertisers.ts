import 'server-only';
import type { Advertiser, AdvertiserFilter } from '@/contract/advertisers';
import type { Csv } from '@/contract/csv';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { streamCsv, type CsvColumn } from '@/server/csv/stream-csv';
import { db } from '@/server/database/client';
import { inWhole } from '@/server/database/keyset-cut';
import { advertiserOrder } from './advertiser-order';
import { unguessed } from '@/server/database/unguessed';
import { advertiserWhere, reachedBy } from './advertiser-where';
import { advertiserColumns, toAdvertiser, type AdvertiserRow } from './to-advertiser';

const batchSize = 500;

const columns: CsvColumn<Advertiser>[] = [
  ['advertiser_id', ({ advertiserId }) => advertiserId],
  ['name', ({ name }) => name],
  ['status', ({ status }) => status],
  ['company', ({ company }) => company],
  ['country', ({ country }) => country],
  ['currency', ({ currency }) => currency],
  ['timezone', ({ timezone }) => timezone],
  ['business_center', ({ businessCenter }) => businessCenter],
  ['reach', ({ reach }) => reach],
  ['connections', ({ connectionCount }) => connectionCount],
  ['live_connections', ({ liveCount }) => liveCount],
  ['persons', ({ personCount }) => personCount],
  ['first_seen_at', ({ firstSeenAt }) => firstSeenAt],
];

type Input = Omit<AdvertiserFilter, 'cursor' | 'limit' | 'skip'>;

/** All that match, as CSV: which and how many is settled before the first byte. Audited first. */
export async function exportAdvertisers(actor: Actor, { sort, ...filter }: Input): Promise<Csv> {
  const ids = await db.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ ids: string | null }[]>`
      SELECT string_agg(a."advertiserId", ',' ORDER BY ${inWhole(advertiserOrder(sort))}) AS ids
      FROM ${reachedBy(actor)} WHERE ${advertiserWhere(actor, filter)}`;
    const ids = found?.ids ? found.ids.split(',') : [];
    const data = { rows: ids.length, filter: describe(filter), sort };
    await record(tx, actor, 'advertisers.exported', { kind: 'advertiser', id: null }, { data });
    return ids;
  });
  return streamCsv({ name: 'advertisers', columns, batches: batchesOf(actor, ids), count: ids.length });
}

/** As the address of the list has it: `reach=one_token&q=tokyo`. */
function describe(filter: Omit<Input, 'sort'>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return given.map(([name, value]) => `${name}=${String(value)}`).join('&');
}

async function* batchesOf(actor: Actor, ids: string[]) {
  for (let start = 0; start < ids.length; start += batchSize) {
    const some = ids.slice(start, start + batchSize);
    const rows = await db.$queryRaw<AdvertiserRow[]>`
      SELECT ${advertiserColumns} FROM ${reachedBy(actor)}
      WHERE a."teamId" = ${unguessed(actor.teamId)} AND a."advertiserId" = ANY(${some}::text[])`;
    const byId = new Map(rows.map((row) => [row.advertiserId, row]));
    yield some.flatMap((id) => byId.get(id) ?? []).map(toAdvertiser);
  }
}
