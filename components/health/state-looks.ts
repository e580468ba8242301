import type { Look } from '@/components/ui/look';
import type { ConnectionState } from '@/contract/connection-filter';

type StateLook = Look & { state: ConnectionState; colour: string };

/** The states as a chart stacks them, the best at the bottom, each in its colour; its word stands beside it always. */
export const stateLooks: readonly StateLook[] = [
  { state: 'healthy', icon: 'circle-check', tone: 'ok', colour: 'var(--ok)' },
  { state: 'paused', icon: 'circle-pause', tone: 'neutral', colour: 'var(--edge)' },
  { state: 'revoked', icon: 'ban', tone: 'neutral', colour: 'var(--ink)' },
  { state: 'unverifiable', icon: 'circle-question-mark', tone: 'neutral', colour: 'var(--accent)' },
  { state: 'degraded', icon: 'triangle-alert', tone: 'degraded', colour: 'var(--degraded)' },
  { state: 'app_problem', icon: 'key-round', tone: 'app', colour: 'var(--app)' },
  { state: 'auth_broken', icon: 'unplug', tone: 'broken', colour: 'var(--broken)' },
];
