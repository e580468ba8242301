import { CircleCheck, CircleOff, KeyRound, type LucideIcon, Unplug, UserRound } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { Reach } from '@/contract/advertiser-words';

/** Icon and colour of each way in which an advertiser is reached; its word stands beside them always. */
export const reachLooks: Record<Reach, { Icon: LucideIcon; tone: Tone }> = {
  none: { Icon: CircleOff, tone: 'neutral' },
  broken_only: { Icon: Unplug, tone: 'broken' },
  one_token: { Icon: KeyRound, tone: 'degraded' },
  one_person: { Icon: UserRound, tone: 'app' },
  several: { Icon: CircleCheck, tone: 'ok' },
};
