import type { Look } from '@/components/ui/look';
import type { ConnectionState } from '@/contract/connection-filter';

/** Icon and colour of each state of a connection; its word stands beside them always. */
export const stateLooks: Record<ConnectionState, Look> = {
  auth_broken: { icon: 'unplug', tone: 'broken' },
  app_problem: { icon: 'key-round', tone: 'app' },
  degraded: { icon: 'triangle-alert', tone: 'degraded' },
  unverifiable: { icon: 'circle-question-mark', tone: 'neutral' },
  healthy: { icon: 'circle-check', tone: 'ok' },
  paused: { icon: 'circle-pause', tone: 'neutral' },
  revoked: { icon: 'ban', tone: 'neutral' },
};
