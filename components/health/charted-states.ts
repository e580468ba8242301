import type { ConnectionState } from '@/contract/connection-filter';

export type ChartedState = { state: ConnectionState; colour: string };

/** The states as a chart stacks them, the best at the bottom, each in its colour; its word stands beside it always. */
export const chartedStates: readonly ChartedState[] = [
  { state: 'healthy', colour: 'var(--ok)' },
  { state: 'paused', colour: 'var(--edge)' },
  { state: 'revoked', colour: 'var(--ink)' },
  { state: 'unverifiable', colour: 'var(--accent)' },
  { state: 'degraded', colour: 'var(--degraded)' },
  { state: 'app_problem', colour: 'var(--app)' },
  { state: 'auth_broken', colour: 'var(--broken)' },
];
