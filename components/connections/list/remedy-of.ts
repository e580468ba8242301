import type { Connection } from '@/contract/connections';

export type Remedy = 'reauthorize' | 'see' | 'check' | 'resume';

const remedies: Record<Connection['state'], Remedy> = {
  auth_broken: 'reauthorize',
  app_problem: 'see',
  degraded: 'see',
  unverifiable: 'check',
  healthy: 'check',
  paused: 'resume',
  revoked: 'reauthorize',
};

/** What a row offers first: the way out of its state. */
export const remedyOf = ({ state }: Pick<Connection, 'state'>): Remedy => remedies[state];
