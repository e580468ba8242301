import 'server-only';
import { callInterval, type Pace } from '@/server/budget/call-interval';
import { db } from '@/server/database/client';

export type DueApp = {
  teamId: string;
  id: string;
  environment: Pace['environment'];
  callInterval: number;
  intervalMinutes: number;
};

type Row = Pace & Omit<DueApp, 'callInterval'> & { outage: boolean };

/**
 * The apps with connections whose check is due. While a host of TikTok answers nobody, the one of its apps that has
 * waited longest stands for all: `probes`.
 */
export async function dueApps(): Promise<{ apps: DueApp[]; probes: DueApp[] }> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a."teamId", a.id, a.environment, a.tier, t."budgetPercent", t."checkIntervalMinutes" AS "intervalMinutes",
      o.id IS NOT NULL AS outage
    FROM "App" a
    JOIN "Team" t ON t.id = a."teamId"
    JOIN LATERAL (
      SELECT c."nextCheckAt" FROM "Connection" c
      WHERE c."teamId" = a."teamId" AND c."appId" = a.id AND c."nextCheckAt" <= now()
      ORDER BY c."nextCheckAt" LIMIT 1
    ) AS due ON true
    LEFT JOIN "Outage" o ON o.host = a.environment AND o."closedAt" IS NULL
    ORDER BY due."nextCheckAt"`;
  const apps = rows.map((row) => ({ ...row, callInterval: callInterval(row) }));
  const dark = apps.filter(({ outage }) => outage);
  const first = (host: string) => dark.find(({ environment }) => environment === host);
  return {
    apps: apps.filter(({ outage }) => !outage),
    probes: [first('production'), first('sandbox')].filter((app) => app !== undefined),
  };
}
