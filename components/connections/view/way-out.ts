import type { Connection } from '@/contract/connections';
import { tikTokKeys, tikTokMeaning } from '@/contract/tiktok-codes';

export type WayOut = 'reauthorize' | 'app' | 'resume' | null;

/** The one button beside what is wrong: whoever can mend it, where they do. */
export function wayOut({ state, problem }: Pick<Connection, 'state' | 'problem'>): WayOut {
  switch (state) {
    case 'auth_broken':
    case 'revoked':
      return 'reauthorize';
    case 'paused':
      return 'resume';
    case 'app_problem':
      return 'app';
    case 'degraded':
    case 'unverifiable':
      return waysOf[whoCanMend(problem)];
    case 'healthy':
      return null;
  }
}

const waysOf = { advertiser: 'reauthorize', operator: 'app', tiktok: null } as const;

function whoCanMend(problem: Connection['problem']) {
  const key = tikTokKeys.find((known) => known === problem?.key);
  return key ? tikTokMeaning(key).who : 'tiktok';
}
