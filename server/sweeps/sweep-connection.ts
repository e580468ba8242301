import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { callInterval, type Pace } from '@/server/budget/call-interval';
import { reserveCalls } from '@/server/budget/reserve-calls';
import { turnsFrom } from '@/server/budget/turns';
import { runCheck } from '@/server/checks/run-check';
import { db } from '@/server/database/client';
import { AppError } from '@/server/errors';
import { boss } from '@/server/jobs/boss';
import { inTransaction } from '@/server/jobs/in-transaction';
import type { Queues } from '@/server/jobs/queues';
import { momentMs, priorityOf } from './moment';

type Job = Queues['sweep.check'];

/** A slot that passed so long ago is lost. */
const graceMs = 1_000;

/**
 * One planned check, in its app's budget. It does nothing where the connection was checked since it was planned (its
 * next check is another by then): so a job that a crash interrupted may run again. While TikTok answers nobody it gives
 * the check back to the planner, and where its slot is not soon it puts itself back until then.
 */
export async function sweepConnection(job: Job, jobId: string): Promise<void> {
  const standing = await stillDue(job);
  if (!standing) return;
  if (standing.outage && !job.probe) return giveBack(job);
  const { now, blockedUntil, budget } = standing;
  const kept = job.slotAt !== undefined && job.slotAt > Math.max(now - graceMs, blockedUntil) ? job.slotAt : null;
  const slotAt = kept ?? now + (await reserveCalls(budget, job.calls));
  if (slotAt - now > momentMs) return putBack({ ...job, slotAt }, jobId, slotAt - now);
  const turns = turnsFrom(Date.now() + slotAt - now, budget, job.calls);
  try {
    await runCheck(systemActor(job.teamId), { id: job.connectionId, trigger: 'sweep', turns, due: new Date(job.due) });
  } catch (error) {
    if (!(error instanceof AppError) || !['not_found', 'precondition_failed'].includes(error.code)) throw error;
  }
}

type Standing = Pace & { appId: string; due: Date | null; outage: boolean; now: Date; blockedUntil: Date | null };

async function stillDue({ teamId, connectionId, due }: Job) {
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT a.id AS "appId", a.tier, a.environment, t."budgetPercent", c."nextCheckAt" AS due, o.id IS NOT NULL AS outage,
      clock_timestamp() AS now, b."blockedUntil"
    FROM "Connection" c
    JOIN "App" a ON a."teamId" = c."teamId" AND a.id = c."appId"
    JOIN "Team" t ON t.id = c."teamId"
    LEFT JOIN "AppBudget" b ON b."teamId" = c."teamId" AND b."appId" = c."appId"
    LEFT JOIN "Outage" o ON o.host = a.environment AND o."closedAt" IS NULL
    WHERE c."teamId" = ${teamId}::uuid AND c.id = ${connectionId}::uuid`;
  if (row?.due?.getTime() !== new Date(due).getTime()) return null;
  return {
    outage: row.outage,
    now: row.now.getTime(),
    blockedUntil: row.blockedUntil?.getTime() ?? 0,
    budget: { teamId, id: row.appId, callInterval: callInterval(row) },
  };
}

/** Due at once, so that the planner takes it again as soon as TikTok answers. */
async function giveBack({ teamId, connectionId, due }: Job): Promise<void> {
  await db.$executeRaw`
    UPDATE "Connection" SET "nextCheckAt" = now()
    WHERE "teamId" = ${teamId}::uuid AND id = ${connectionId}::uuid AND "nextCheckAt" = ${new Date(due)}`;
}

/** The same job, later: both ends of it are written together, so that there is always exactly one. */
async function putBack(data: Job & { slotAt: number }, jobId: string, wait: number): Promise<void> {
  const engine = await boss();
  const startAfter = `${Math.floor((wait - momentMs / 2) / 1_000)} seconds`;
  await db.$transaction(async (tx) => {
    const priority = priorityOf(data.slotAt);
    await engine.insert([{ name: 'sweep.check', data, priority, startAfter }], { db: inTransaction(tx) });
    await engine.complete('sweep.check', jobId, {}, { db: inTransaction(tx) });
  });
}
