import 'server-only';
import type { Outage } from '@/contract/health';
import { db } from '@/server/database/client';

/** The hosts of TikTok that answer nobody just now. Every team's business, and no team's secret. */
export async function listOutages(): Promise<Outage[]> {
  const rows = await db.outage.findMany({
    where: { closedAt: null },
    select: { host: true, since: true, key: true, code: true },
    orderBy: { since: 'asc' },
  });
  return rows.map(({ since, ...row }) => ({ ...row, since: since.toISOString() }));
}
