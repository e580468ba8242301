import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../figure';

type State = { calls: Record<string, number>; violations: unknown[] };
const patienceMs = 20 * 60_000;

/** Every connection is due at once, and checked within the budgets of the apps. It takes ten minutes: name it to run it. */
export const sweep: Figure = {
  name: 'sweep',
  async measure({ database, tiktokUrl }) {
    const state = async () => (await (await fetch(`${tiktokUrl}/_simulator/state`)).json()) as State;
    const sum = ({ calls }: State) => Object.values(calls).reduce((all, count) => all + count, 0);
    const before = await state();
    const { rows } = await database.query<{ now: Date; due: number }>(
      `WITH due AS (UPDATE "Connection" SET "nextCheckAt" = now() WHERE "nextCheckAt" IS NOT NULL AND "archivedAt" IS NULL RETURNING 1)
       SELECT now(), count(*)::int AS due FROM due`,
    );
    const { now, due } = rows[0]!;
    const startedAt = performance.now();
    for (let left = due; left > 0 && performance.now() - startedAt < patienceMs; await sleep(2_000)) {
      const unchecked = await database.query<{ left: number }>(
        `SELECT count(*)::int AS left FROM "Connection" WHERE "nextCheckAt" IS NOT NULL AND "archivedAt" IS NULL AND "lastCheckedAt" < $1`,
        [now],
      );
      left = unchecked.rows[0]!.left;
    }
    const minutes = (performance.now() - startedAt) / 60_000;
    const after = await state();
    return [
      {
        what: 'full sweep, minutes',
        value: minutes,
        unit: '',
        target: { atMost: 10 },
        note: `${due} connections, ${sum(after) - sum(before)} calls`,
      },
      {
        what: 'full sweep, breaches of a rate limit',
        value: after.violations.length - before.violations.length,
        unit: '',
        target: { atMost: 0 },
      },
    ];
  },
};
