import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { db } from '@/server/database/client';

const keptDays = 90;
const perBatch = 1_000;
/** What is left after so long is the next hour's, well before the job expires. */
const mostMs = 60_000;

/**
 * Every hour: lets go of checks older than ninety days, a thousand a statement. What a check changed stays: it is told by
 * events of its own. @returns how many went.
 */
export async function forgetChecks(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const startedAt = Date.now();
  let gone = 0;
  for (const { id } of await db.team.findMany({ select: { id: true } })) {
    let count = perBatch;
    while (count === perBatch && Date.now() - startedAt < mostMs) {
      count = await forgetSome(id, before);
      gone += count;
      // Others have their turn between two batches; a team that has none costs no wait.
      if (count === perBatch) await pause(20);
    }
  }
  return gone;
}

function forgetSome(teamId: string, before: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Check" WHERE id IN (
      SELECT id FROM "Check" WHERE "teamId" = ${teamId}::uuid AND at < ${before} ORDER BY at LIMIT ${perBatch}
    )`;
}
