import 'server-only';
import { noteEnds } from './audit/note-ends';
import { systemActor } from './auth/actor';
import { afterArrivals } from './authorizations/arrivals';
import { compareAuthorization } from './authorizations/compare-authorization';
import { resumeAuthorizations, resumeExchange } from './authorizations/resume-authorizations';
import { describeConnection } from './checks/describe-connection';
import { forgetChecks } from './checks/forget-checks';
import { inspectConnection } from './checks/inspect-connection';
import { recheckConnection } from './checks/recheck-connection';
import { snapshotStates } from './health/snapshot-states';
import { startWorkers, type Handlers } from './jobs/work';
import { counted } from './metrics/counted';
import { letGo } from './reach/let-go';
import { planSweeps } from './sweeps/plan-sweeps';
import { sweepConnection } from './sweeps/sweep-connection';
import { reencrypt } from './vault/rotation/reencrypt';

/** Names and ad accounts can come a moment later; whoever comes back from TikTok stands waiting. */
const patienceMs = 10_000;

/** Binds each queue to its verb. */
export function startJobs(): Promise<void> {
  const handlers: Handlers = {
    'authorization.exchange': resumeExchange,
    'authorization.compare': ({ teamId, authorizationId }) =>
      compareAuthorization(systemActor(teamId), authorizationId),
    'authorization.resume': resumeAuthorizations,
    'connection.let_go': letGo,
    'connection.check': ({ teamId, connectionId }) => recheckConnection(systemActor(teamId), { id: connectionId }),
    'connection.describe': ({ teamId, connectionId, reserved }) =>
      describeConnection(systemActor(teamId), { id: connectionId, reserved }),
    'sweep.plan': planSweeps,
    'sweep.check': sweepConnection,
    'health.snapshot': () => snapshotStates(),
    'audit.note': () => noteEnds(),
    'vault.reencrypt': async () => void (await reencrypt({ withinMs: 50_000 })),
    'checks.forget': async () => void (await forgetChecks()),
    'connection.inspect': async ({ teamId, connectionId }) => {
      await afterArrivals(patienceMs);
      await inspectConnection(systemActor(teamId), { id: connectionId });
    },
  };
  return startWorkers(counted(handlers));
}
