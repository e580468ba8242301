import 'server-only';
import { db } from '@/server/database/client';
import { openedPool } from '@/server/database/connection';
import { freeSpace } from '@/server/free-space';
import { keyring } from '@/server/vault/keyring';
import { sealsOf } from '@/server/vault/seal-count';
import { shared } from '@/server/shared';
import { metrics } from './metrics';

/** Two scrapers, or one in a hurry, cost the database no more than one. */
const freshMs = 10_000;

type Count = { name: string; count: number };

/** All metrics as Prometheus reads them. What only the database knows is asked for now, or was within ten seconds. */
export async function measure(): Promise<string> {
  const last = shared('measured', () => ({ at: -Infinity }));
  if (performance.now() - last.at > freshMs) {
    last.at = performance.now();
    await Promise.all([measureJobs(), measureConnections(), measureOutages(), measureFree()]);
  }
  measurePool();
  metrics().seals.set(sealsOf(keyring().current));
  return metrics().registry.metrics();
}

/** By the partial index over jobs that have not begun: what has ended is not read. */
async function measureJobs(): Promise<void> {
  const rows = await db.$queryRaw<Count[]>`
    SELECT name, count(*)::int AS count FROM pgboss.job WHERE state < 'active' GROUP BY name`;
  set('jobsWaiting', 'queue', rows);
}

async function measureConnections(): Promise<void> {
  const rows = await db.$queryRaw<Count[]>`
    SELECT state::text AS name, count(*)::int AS count FROM "Connection" WHERE "archivedAt" IS NULL GROUP BY state`;
  set('connections', 'state', rows);
}

async function measureOutages(): Promise<void> {
  const rows = await db.$queryRaw<Count[]>`
    SELECT host::text AS name, count(*)::int AS count FROM "Outage" WHERE "closedAt" IS NULL GROUP BY host`;
  set('outages', 'host', rows);
}

function set(gauge: 'jobsWaiting' | 'connections' | 'outages', label: string, rows: Count[]): void {
  metrics()[gauge].reset();
  for (const { name, count } of rows) metrics()[gauge].set({ [label]: name }, count);
}

function measurePool(): void {
  const pool = openedPool();
  if (!pool) return;
  const { totalCount: open, idleCount: idle, waitingCount: waiting } = pool;
  for (const [use, count] of Object.entries({ open, idle, waiting })) metrics().pool.set({ use }, count);
}

async function measureFree(): Promise<void> {
  metrics().free.set(await freeSpace());
}
