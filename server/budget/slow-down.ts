import 'server-only';
import { db } from '@/server/database/client';
import { log } from '@/server/log';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * How long TikTok wants no more calls of an app, by its own words (its document 1740029171730433): past the limit of a
 * second until the next, of a minute for five minutes, of a day until 00:00 UTC. Other words: a minute.
 */
export function blockedUntil(message: string, now: Date): Date {
  const time = now.getTime();
  if (/\bQPD\b|daily|per day/i.test(message)) return new Date((Math.floor(time / dayMs) + 1) * dayMs);
  if (/\bQPM\b|per minute|temporarily restricted/i.test(message)) return new Date(time + 5 * minuteMs);
  if (/\bQPS\b|per second/i.test(message)) return new Date((Math.floor(time / 1_000) + 1) * 1_000);
  return new Date(time + minuteMs);
}

/** TikTok has refused a call as one too many: no instance plans or sends more for this app until it may. */
export async function slowDown(
  { teamId, id }: { teamId: string; id: string },
  message: string,
  now = new Date(),
): Promise<void> {
  const until = blockedUntil(message, now);
  log.warn({ teamId, appId: id, until }, 'TikTok asks an app to slow down');
  await db.$executeRaw`
    INSERT INTO "AppBudget" AS budget ("teamId", "appId", "nextAt", "plannedUntil", "blockedUntil")
    VALUES (${teamId}::uuid, ${id}::uuid, ${until}, ${until}, ${until})
    ON CONFLICT ("teamId", "appId") DO UPDATE SET
      "nextAt" = greatest(budget."nextAt", excluded."nextAt"),
      "plannedUntil" = greatest(budget."plannedUntil", excluded."plannedUntil"),
      "blockedUntil" = greatest(budget."blockedUntil", excluded."blockedUntil")`;
}
