import 'server-only';
import { db } from '@/server/database/client';

const keptDays = 120;

/** Every hour: keeps how many connections of each team are in each state. Doing it again within the hour renews it. */
export async function snapshotStates(now = new Date()): Promise<void> {
  const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
  await db.$executeRaw`
    INSERT INTO "StateCount" ("teamId", at, state, count)
    SELECT t.id, ${hour}, s.state, coalesce(counted.count, 0)
    FROM "Team" t CROSS JOIN unnest(enum_range(NULL::"ConnectionState")) AS s(state)
    LEFT JOIN (
      SELECT "teamId", state, count(*)::int AS count FROM "Connection" WHERE "archivedAt" IS NULL GROUP BY "teamId", state
    ) AS counted ON counted."teamId" = t.id AND counted.state = s.state
    ON CONFLICT ("teamId", at, state) DO UPDATE SET count = excluded.count`;
  await db.stateCount.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptDays * 86_400_000) } } });
}
