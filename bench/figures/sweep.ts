import { setTimeout as sleep } from 'node:timers/promises';
import { callInterval, type Pace } from '@/server/budget/call-interval';
import type { Figure } from '../figure';
import type { Stage } from '../stage';

type State = { callsOfApps: Record<string, number>; violations: unknown[] };
type Swept = Pace & { appId: string; seconds: number };
const patienceMs = 20 * 60_000;

/** Every connection is due at once, and checked within the budgets of the apps. It takes ten minutes: name it to run it. */
export const sweep: Figure = {
  name: 'sweep',
  async measure(stage) {
    const state = async () => (await (await fetch(`${stage.tiktokUrl}/_simulator/state`)).json()) as State;
    const before = await state();
    const { rows } = await stage.database.query<{ now: Date; due: number }>(
      `WITH due AS (UPDATE "Connection" SET "nextCheckAt" = now() WHERE "nextCheckAt" IS NOT NULL AND "archivedAt" IS NULL RETURNING 1)
       SELECT now(), count(*)::int AS due FROM due`,
    );
    const { now, due } = rows[0]!;
    const minutes = await untilChecked(stage, now, due);
    const after = await state();
    const callsOf = (appId: string) => (after.callsOfApps[appId] ?? 0) - (before.callsOfApps[appId] ?? 0);
    const apps = await sweptApps(stage, now);
    const sum = (of: (app: Swept) => number) => apps.reduce((all, app) => all + of(app), 0);
    return [
      {
        what: 'full sweep, minutes',
        value: minutes,
        unit: '',
        target: { atMost: 10 },
        note: `${due} connections of ${apps.length} apps, ${sum(({ appId }) => callsOf(appId))} calls`,
      },
      {
        what: 'full sweep, breaches of a rate limit',
        value: after.violations.length - before.violations.length,
        unit: '',
        target: { atMost: 0 },
      },
      {
        what: 'full sweep, of the budget from an app’s first check to its last',
        value: (sum((app) => callsOf(app.appId) * callInterval(app)) / sum(({ seconds }) => seconds * 1_000)) * 100,
        unit: '%',
        target: { atLeast: 95 },
      },
    ];
  },
};

/** In how many minutes every connection had been checked. */
async function untilChecked({ database }: Stage, since: Date, due: number): Promise<number> {
  const startedAt = performance.now();
  for (let left = due; left > 0 && performance.now() - startedAt < patienceMs; await sleep(2_000)) {
    const unchecked = await database.query<{ left: number }>(
      `SELECT count(*)::int AS left FROM "Connection" WHERE "nextCheckAt" IS NOT NULL AND "archivedAt" IS NULL AND "lastCheckedAt" < $1`,
      [since],
    );
    left = unchecked.rows[0]!.left;
  }
  return (performance.now() - startedAt) / 60_000;
}

/** What was checked, by app: how long from the start of its first check to the end of its last, second looks apart. */
async function sweptApps({ database }: Stage, since: Date): Promise<Swept[]> {
  const { rows } = await database.query<Swept>(
    `WITH first AS (
       SELECT "connectionId", min(at) AS at, min(at - "durationMs" * interval '1 ms') AS "startedAt"
       FROM "Check" WHERE at >= $1 AND trigger = 'sweep' GROUP BY "connectionId"
     )
     SELECT a."appId", a.tier, a.environment, t."budgetPercent",
       extract(epoch FROM max(first.at) - min(first."startedAt"))::float8 AS seconds
     FROM first JOIN "Connection" c ON c.id = first."connectionId" JOIN "App" a ON a.id = c."appId"
     JOIN "Team" t ON t.id = a."teamId"
     GROUP BY a."appId", a.tier, a.environment, t."budgetPercent"`,
    [since],
  );
  return rows;
}
