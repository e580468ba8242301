import 'server-only';
import type { ConnectionState } from '@/contract/connection-filter';
import type { TikTokFailure } from '@/contract/shapes';
import type { Finding } from '@/server/reach/judge';

/** What the answers say, or that nobody was asked: the token, or the secret of its app, does not open. */
export type Found = Finding | { kind: 'tampered'; failure: TikTokFailure };

export type Standing = { state: ConnectionState; suspectedAt: Date | null };

/** `settled` false: the state stays what it was, and `failure` is told beside it. */
export type Settlement = Standing & { settled: boolean; failure: TikTokFailure | null };

const confirmAfterMs = 60_000;

/**
 * What a finding makes of a connection's state. A token is called dead only when it was found so twice: at least a minute
 * apart, from the first answer to when the second was asked for, or, for a person who waits for the answer, by two answers
 * at once.
 */
export function settleState(
  before: Standing,
  finding: Found,
  { at, askedAt = at, confirmed = false }: { at: Date; askedAt?: Date; confirmed?: boolean },
): Settlement {
  const unsettled = { settled: false, state: before.state };
  switch (finding.kind) {
    case 'works':
      return { settled: true, state: 'healthy', suspectedAt: null, failure: null };
    case 'degraded':
    case 'app_problem':
    case 'unverifiable':
      return { settled: true, state: finding.kind, suspectedAt: null, failure: finding.failure };
    case 'tampered':
      return { settled: true, state: brokenBy(finding.failure), suspectedAt: null, failure: finding.failure };
    case 'nothing':
      return { ...unsettled, suspectedAt: before.suspectedAt, failure: finding.failure };
    case 'dead': {
      const { failure } = finding;
      const suspectedAt = before.suspectedAt ?? at;
      const again = askedAt.getTime() - suspectedAt.getTime() >= confirmAfterMs;
      if (confirmed || again || before.state === 'auth_broken') {
        return { settled: true, state: 'auth_broken', suspectedAt: null, failure };
      }
      return { ...unsettled, suspectedAt, failure };
    }
  }
}

const brokenBy = ({ key }: TikTokFailure) => (key === 'secret_tampered' ? 'app_problem' : 'auth_broken');
