import {
  Ban,
  CircleCheck,
  CirclePause,
  CircleQuestionMark,
  KeyRound,
  type LucideIcon,
  TriangleAlert,
  Unplug,
} from 'lucide-react';
import type { ConnectionState } from '@/contract/connection-filter';
import type { Tone } from '@/components/ui/tone';

/** Icon and colour of each state; its word stands beside them always. */
export const stateLooks: Record<ConnectionState, { Icon: LucideIcon; tone: Tone }> = {
  auth_broken: { Icon: Unplug, tone: 'broken' },
  app_problem: { Icon: KeyRound, tone: 'app' },
  degraded: { Icon: TriangleAlert, tone: 'degraded' },
  unverifiable: { Icon: CircleQuestionMark, tone: 'neutral' },
  healthy: { Icon: CircleCheck, tone: 'ok' },
  paused: { Icon: CirclePause, tone: 'neutral' },
  revoked: { Icon: Ban, tone: 'neutral' },
};
