import 'server-only';
import { connectionState, type ConnectionState } from '@/contract/connection-filter';
import type { Overview } from '@/contract/health';
import { db } from '@/server/database/client';

type Counts = Record<ConnectionState, number>;
type Row = { at: Date; state: ConnectionState; count: number };

function countsOf(rows: { state: ConnectionState; count: number }[]): Counts {
  const found = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(connectionState.options.map((state) => [state, found.get(state) ?? 0])) as Counts;
}

/** How many connections were in each state: some sixty moments of the last days, oldest first. */
export async function readHistory(teamId: string, days: number): Promise<Overview['history']> {
  const hours = days <= 2 ? 1 : days <= 21 ? 6 : 24;
  const rows = await db.$queryRaw<Row[]>`
    SELECT at, state, count FROM "StateCount"
    WHERE "teamId" = ${teamId}::uuid AND at > now() - make_interval(days => ${days}::int)
      AND (extract(epoch FROM at) / 3600)::bigint % ${hours}::bigint = 0
    ORDER BY at`;
  const moments = new Map<string, Row[]>();
  for (const row of rows) {
    const at = row.at.toISOString();
    moments.set(at, [...(moments.get(at) ?? []), row]);
  }
  return [...moments].map(([at, counted]) => ({ at, states: countsOf(counted) }));
}
