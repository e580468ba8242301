import type { ConnectionState } from '@/contract/connection-filter';
import type { TikTokFailure } from '@/contract/shapes';
import { seededHex40 } from '@/simulator/ids';
import type { Random } from './names';

/** What became of a connection, here and at TikTok. */
export type Fate = {
  state: ConnectionState;
  stateBeforePause: ConnectionState | null;
  problem: TikTokFailure | null;
  lastCheckError: TikTokFailure | null;
  suspected: boolean;
  /** Whether TikTok still knows the token, and what it lets it do. */
  token: 'alive' | 'dead' | 'reaches_nothing' | 'may_not_describe';
};

const fine: Fate = {
  state: 'healthy',
  stateBeforePause: null,
  problem: null,
  lastCheckError: null,
  suspected: false,
  token: 'alive',
};

/** Of a thousand connections: 820 healthy, 30 of them with a check that failed last; the rest in every other state. */
export function fateOf(random: Random, { seed, appBlocked }: { seed: string; appBlocked: boolean }): Fate {
  const requestId = `20251231${seededHex40(seed).slice(0, 26).toUpperCase()}`;
  const failure = (key: string, code: number | null, message: string | null): TikTokFailure => ({
    key,
    code,
    message,
    requestId: code === null ? null : requestId,
  });
  const revokedThere = failure('token_rejected', 40105, 'Access token is incorrect or has been revoked.');
  if (appBlocked) {
    return { ...fine, state: 'app_problem', problem: failure('app_blocked', 40113, 'The app has been blocked.') };
  }
  const lot = random(1000);
  if (lot < 790) return fine;
  if (lot < 820) return { ...fine, lastCheckError: failure('tiktok_trouble', 50002, 'Service error.') };
  if (lot < 870) return { ...fine, state: 'auth_broken', problem: revokedThere, token: 'dead' };
  if (lot < 875) return { ...fine, lastCheckError: revokedThere, suspected: true, token: 'dead' };
  if (lot < 900) {
    return { ...fine, state: 'degraded', problem: failure('no_advertisers', null, null), token: 'reaches_nothing' };
  }
  if (lot < 925) {
    const message = 'advertiser does not grant you /advertiser/info/:GET permission';
    return {
      ...fine,
      state: 'degraded',
      problem: failure('permission_missing', 40001, message),
      token: 'may_not_describe',
    };
  }
  if (lot < 945) {
    const problem = failure('permission_missing', 40001, 'The user does not grant you /user/info/:GET permission');
    return { ...fine, state: 'unverifiable', problem };
  }
  if (lot < 970) return { ...fine, state: 'paused', stateBeforePause: 'healthy' };
  return { ...fine, state: 'revoked', token: 'dead' };
}
