import 'server-only';
import { db, type Transaction } from '@/server/database/client';
import { Prisma } from '@/server/database/generated/client';
import { boss } from '@/server/jobs/boss';
import { inTransaction } from '@/server/jobs/in-transaction';
import { dueApps, type DueApp } from './due-apps';
import { leadMs, priorityOf } from './moment';

/** So far ahead of its budget an app's checks are planned: longer than a planner's minute with all that delays it. */
const horizonMs = 120_000;
const mostAtOnce = 500;

type Due = { id: string; due: Date; calls: number };

/**
 * Every minute: turns due checks into jobs, each to start when its app's budget will have room for it, and no more than
 * fit into the next two minutes. Rows, budget and jobs change together: being killed loses no check and doubles none,
 * and two planners at once share the work.
 */
export async function planSweeps(): Promise<void> {
  const { apps, probes } = await dueApps();
  for (const app of apps) while ((await planSome(app)) === mostAtOnce);
  for (const app of probes) await planSome(app, { probe: true });
}

async function planSome(app: DueApp, { probe = false } = {}): Promise<number> {
  const engine = await boss();
  return db.$transaction(async (tx) => {
    const { from, now } = await lockPlan(tx, app);
    const room = Math.floor((now.getTime() + horizonMs - from.getTime()) / (2 * app.callInterval));
    const rows = await take(tx, app, probe ? 1 : Math.min(mostAtOnce, room));
    if (rows.length === 0) return 0;
    let at = from.getTime();
    const jobs = rows.map(({ id, due, calls }) => {
      const startAfter = new Date(Math.max(now.getTime(), at - leadMs));
      const priority = priorityOf(at);
      at += calls * app.callInterval;
      const data = { teamId: app.teamId, connectionId: id, due: due.toISOString(), calls, ...(probe && { probe }) };
      return { name: 'sweep.check', data, priority, startAfter: startAfter.toISOString() };
    });
    await tx.appBudget.update({
      where: { teamId_appId: { teamId: app.teamId, appId: app.id } },
      data: { plannedUntil: new Date(at) },
    });
    await engine.insert(jobs, { db: inTransaction(tx) });
    return rows.length;
  });
}

/** From when on nothing is planned yet for this app; nobody else plans for it until the transaction ends. */
async function lockPlan(tx: Transaction, { teamId, id }: DueApp): Promise<{ from: Date; now: Date }> {
  const [row] = await tx.$queryRaw<{ from: Date; now: Date }[]>`
    INSERT INTO "AppBudget" AS budget ("teamId", "appId") VALUES (${teamId}::uuid, ${id}::uuid)
    ON CONFLICT ("teamId", "appId") DO UPDATE SET "plannedUntil" = budget."plannedUntil"
    RETURNING greatest("plannedUntil", "nextAt", now()) AS "from", now() AS now`;
  return row!;
}

/** Moves their next check on, and so takes them: whoever reads them now finds them not due. */
async function take(tx: Transaction, app: DueApp, most: number): Promise<Due[]> {
  if (most <= 0) return [];
  return tx.$queryRaw<Due[]>`
    WITH due AS (
      SELECT id FROM "Connection"
      WHERE "teamId" = ${app.teamId}::uuid AND "appId" = ${app.id}::uuid AND "nextCheckAt" <= now()
      ORDER BY "nextCheckAt" LIMIT ${most} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Connection" c
    SET "nextCheckAt" = now() + make_interval(mins => ${app.intervalMinutes}::int) * (0.9 + 0.1 * random())
    FROM due WHERE c."teamId" = ${app.teamId}::uuid AND c.id = due.id
    RETURNING c.id, c."nextCheckAt" AS due, ${callsOf(app)} AS calls`;
}

/** What a check will ask: whose token it is, what it reaches, and, where that is somebody, to describe them. */
function callsOf({ environment }: DueApp): Prisma.Sql {
  if (environment === 'sandbox') return Prisma.sql`1`;
  return Prisma.sql`CASE WHEN c."advertiserCount" = 0 OR c.state IN ('auth_broken', 'app_problem', 'unverifiable') THEN 2 ELSE 3 END`;
}
