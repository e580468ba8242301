import type { IconName } from '@/components/ui/icon';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Tone } from '@/components/ui/tone';

type Look = { state: ConnectionState; icon: IconName; tone: Tone; colour: string };

/** The states as a chart stacks them, the best at the bottom, each in its colour; its word stands beside it always. */
export const stateLooks: readonly Look[] = [
  { state: 'healthy', icon: 'circle-check', tone: 'ok', colour: 'var(--ok)' },
  { state: 'paused', icon: 'circle-pause', tone: 'neutral', colour: 'var(--edge)' },
  { state: 'revoked', icon: 'ban', tone: 'neutral', colour: 'var(--ink)' },
  { state: 'unverifiable', icon: 'circle-question-mark', tone: 'neutral', colour: 'var(--accent)' },
  { state: 'degraded', icon: 'triangle-alert', tone: 'degraded', colour: 'var(--degraded)' },
  { state: 'app_problem', icon: 'key-round', tone: 'app', colour: 'var(--app)' },
  { state: 'auth_broken', icon: 'unplug', tone: 'broken', colour: 'var(--broken)' },
];
