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

type Look = { state: ConnectionState; Icon: LucideIcon; tone: Tone; colour: string };

/** The states as a chart stacks them, the best at the bottom, each in its colour; its word stands beside it always. */
export const stateLooks: readonly Look[] = [
  { state: 'healthy', Icon: CircleCheck, tone: 'ok', colour: 'var(--ok)' },
  { state: 'paused', Icon: CirclePause, tone: 'neutral', colour: 'var(--edge)' },
  { state: 'revoked', Icon: Ban, tone: 'neutral', colour: 'var(--ink)' },
  { state: 'unverifiable', Icon: CircleQuestionMark, tone: 'neutral', colour: 'var(--accent)' },
  { state: 'degraded', Icon: TriangleAlert, tone: 'degraded', colour: 'var(--degraded)' },
  { state: 'app_problem', Icon: KeyRound, tone: 'app', colour: 'var(--app)' },
  { state: 'auth_broken', Icon: Unplug, tone: 'broken', colour: 'var(--broken)' },
];
