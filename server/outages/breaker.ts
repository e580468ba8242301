import 'server-only';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll, type CircuitBreakerPolicy } from 'cockatiel';
import { shared } from '@/server/shared';
import { describeFailure } from '@/server/tiktok/describe-failure';
import type { TikTokError } from '@/server/tiktok/tiktok-error';
import { closeOutage, openOutage, type Host } from './keep-outage';

/** So many pieces of work in a row without one answer are an outage. */
const inARow = 5;

type Breaker = { policy: CircuitBreakerPolicy; lastFailed: string | null };

const breakers = () => shared('breakers', () => new Map<Host, Breaker>());

/** When to probe is for the planner to say, once for all instances: by itself a breaker keeps nobody waiting. */
function breakerOf(host: Host): Breaker {
  const known = breakers().get(host);
  if (known) return known;
  const policy = circuitBreaker(handleAll, { halfOpenAfter: 0, breaker: new ConsecutiveBreaker(inARow) });
  const made: Breaker = { policy, lastFailed: null };
  breakers().set(host, made);
  return made;
}

/**
 * Tells what became of a piece of work at a host of TikTok, begun at `since`; `by` is whose (a connection). Failures of
 * one and the same in a row count once: it may be that which fails, not TikTok. The first answer ends an outage.
 */
export async function tellHost(
  host: Host,
  outage: TikTokError | null,
  { by, since }: { by: string; since: Date },
): Promise<void> {
  const breaker = breakerOf(host);
  if (!outage) {
    breaker.lastFailed = null;
    await breaker.policy.execute(() => undefined);
    return closeOutage(host, since);
  }
  if (breaker.lastFailed === by && breaker.policy.state === CircuitState.Closed) return;
  breaker.lastFailed = by;
  await breaker.policy.execute(() => Promise.reject(outage)).catch(() => undefined);
  if (breaker.policy.state === CircuitState.Open) await openOutage(host, describeFailure(outage));
}

/** Forgets what was counted, as a new process would. For tests. */
export function resetBreakers(): void {
  breakers().clear();
}
