import 'server-only';
import { systemActor } from '@/server/auth/actor';
import { db } from '@/server/database/client';
import { enqueue } from '@/server/jobs/enqueue';
import { plainFailure } from '@/server/tiktok/describe-failure';
import { takeLease } from './claim';
import { exchangeIf } from './claim-and-exchange';
import { drainJournal } from './drain-journal';
import { endAuthorization, expirePending } from './end-authorization';

const mostAtOnce = 200;
const lost = plainFailure('lost_in_flight');

/** Every minute, and at boot: what was interrupted goes on, and what has run out ends. */
export async function resumeAuthorizations(): Promise<void> {
  await drainJournal();
  await Promise.all([resumeExchanges(), resumeComparisons(), resumeInspections(), resumeRevocations(), endOverdue()]);
}

async function resumeExchanges(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string; teamId: string }[]>`
    SELECT id, "teamId" FROM "Authorization"
    WHERE status = 'claimed' AND ("leaseUntil" IS NULL OR "leaseUntil" < now()) LIMIT ${mostAtOnce}`;
  for (const { id, teamId } of rows) {
    await enqueue('authorization.exchange', { teamId, authorizationId: id });
  }
}

async function resumeComparisons(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string; teamId: string }[]>`
    SELECT id, "teamId" FROM "Authorization"
    WHERE status = 'comparing' AND candidate->'comparison' = 'null'::jsonb LIMIT ${mostAtOnce}`;
  for (const { id, teamId } of rows) {
    await enqueue('authorization.compare', { teamId, authorizationId: id });
  }
}

async function resumeInspections(): Promise<void> {
  const rows = await db.connection.findMany({
    where: {
      inspectedAt: null,
      state: { in: ['healthy', 'degraded', 'paused'] },
      createdAt: { lt: new Date(Date.now() - 30_000) },
    },
    select: { id: true, teamId: true },
    take: mostAtOnce,
  });
  for (const { id, teamId } of rows) await enqueue('connection.inspect', { teamId, connectionId: id });
}

/** Who revokes lets go of everything within the same request, which the first minute is left to. */
async function resumeRevocations(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string; teamId: string }[]>`
    SELECT id, "teamId" FROM "Connection"
    WHERE state = 'revoked' AND "advertiserCount" > 0 AND "revokedAt" < now() - interval '1 minute' LIMIT ${mostAtOnce}`;
  for (const { id, teamId } of rows) await enqueue('connection.let_go', { teamId, connectionId: id });
}

async function endOverdue(): Promise<void> {
  const rows = await db.$queryRaw<{ id: string; teamId: string; status: string }[]>`
    SELECT id, "teamId", status FROM "Authorization"
    WHERE (status = 'pending' AND "expiresAt" <= now())
       OR (status = 'quarantined' AND "codeAt" <= now() - interval '1 hour')
       OR (status = 'claimed' AND "codeAt" <= now() - interval '70 minutes') LIMIT ${mostAtOnce}`;
  for (const { id, teamId, status } of rows) {
    const actor = systemActor(teamId);
    if (status === 'pending') await expirePending(actor, id);
    else if (status === 'claimed') await endAuthorization(actor, id, { from: ['claimed'], to: 'lost', failure: lost });
    else await endAuthorization(actor, id, { from: ['quarantined'], to: 'expired', data: { codeNeverAccepted: true } });
  }
}

/** One more try at a claimed code, by whichever worker gets its lease. */
export async function resumeExchange({ teamId, authorizationId: id }: { teamId: string; authorizationId: string }) {
  await exchangeIf(() => takeLease(teamId, id), systemActor(teamId, 'Resuming after an interruption'), id);
}
