import 'server-only';
import type { ConnectionFilter, ConnectionSelection } from '@/contract/connection-filter';
import type { Connection } from '@/contract/connections';
import type { Csv } from '@/contract/csv';
import { record } from '@/server/audit/record';
import type { Actor } from '@/server/auth/actor';
import { streamCsv, type CsvColumn } from '@/server/csv/stream-csv';
import { db } from '@/server/database/client';
import { inWhole } from '@/server/database/keyset-cut';
import { unpackIds } from '@/server/database/packed-ids';
import { connectionOrder } from './connection-order';
import { readConnections } from './read-connections';
import { describeSelection, selectedWhere } from './selected-where';

const batchSize = 200;

const columns: CsvColumn<Connection>[] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['state', ({ state }) => state],
  ['state_since', ({ stateSince }) => stateSince],
  ['problem', ({ problem }) => problem?.key ?? null],
  ['problem_code', ({ problem }) => problem?.code ?? null],
  ['problem_request_id', ({ problem }) => problem?.requestId ?? null],
  ['app', ({ app }) => app.name],
  ['app_id', ({ app }) => app.appId],
  ['environment', ({ app }) => app.environment],
  ['owner', ({ owner }) => owner?.name ?? null],
  ['tags', ({ tags }) => tags.map(({ name }) => name).join(', ')],
  ['tiktok_user_id', ({ tiktokUser }) => tiktokUser?.id ?? null],
  ['tiktok_user', ({ tiktokUser }) => tiktokUser?.name ?? null],
  ['scopes', ({ scopes }) => scopes.join(' ')],
  ['advertisers', ({ advertiserCount }) => advertiserCount],
  ['first_authorized_at', ({ firstAuthorizedAt }) => firstAuthorizedAt],
  ['last_authorized_at', ({ lastAuthorizedAt }) => lastAuthorizedAt],
  ['last_checked_at', ({ lastCheckedAt }) => lastCheckedAt],
  ['next_check_at', ({ nextCheckAt }) => nextCheckAt],
  ['last_check_failed', ({ lastCheckError }) => lastCheckError !== null],
  ['revoked_at', ({ revokedAt }) => revokedAt],
  ['archived_at', ({ archivedAt }) => archivedAt],
  ['notes', ({ notes }) => notes],
];

type Filtered = Omit<ConnectionFilter, 'cursor' | 'limit' | 'skip'>;
type Selected = { select: ConnectionSelection; sort: ConnectionFilter['sort'] };

/** All that match, as CSV. */
export function exportConnections(actor: Actor, { sort, ...filter }: Filtered): Promise<Csv> {
  return exportSelected(actor, { select: { filter, except: [] }, sort });
}

/**
 * All that are selected, as CSV. Which they are, in which order and how many is settled by one statement before the
 * first byte; each row is then told as it is when its turn comes. Audited first.
 */
export async function exportSelected(actor: Actor, { select, sort }: Selected): Promise<Csv> {
  const { packed, count } = await db.$transaction(async (tx) => {
    const [found] = await tx.$queryRaw<{ packed: Uint8Array | null; count: number }[]>`
      SELECT string_agg(uuid_send(c.id), ''::bytea ORDER BY ${inWhole(connectionOrder({ sort }))}) AS packed,
        count(*)::int AS count
      FROM "Connection" c WHERE ${selectedWhere(actor, select)}`;
    const { packed = null, count = 0 } = found ?? {};
    const data = { rows: count, ...describeSelection(select), sort };
    await record(tx, actor, 'connections.exported', { kind: 'connection', id: null }, { data });
    return { packed, count };
  });
  return streamCsv({ name: 'connections', columns, batches: batchesOf(actor, packed ?? new Uint8Array()), count });
}

async function* batchesOf(actor: Actor, packed: Uint8Array) {
  for (const ids of unpackIds(packed, batchSize)) yield await readConnections(actor, ids);
}
