import { CircleCheck, CircleOff, KeyRound, type LucideIcon, Unplug } from 'lucide-react';
import type { Tone } from '@/components/ui/tone';
import type { Coverage } from '@/contract/advertiser-words';

/** Icon and colour of what an expected advertiser turns out to be; its word stands beside them always. */
export const coverageLooks: Record<Coverage, { Icon: LucideIcon; tone: Tone }> = {
  uncovered: { Icon: CircleOff, tone: 'broken' },
  broken_only: { Icon: Unplug, tone: 'degraded' },
  once: { Icon: KeyRound, tone: 'app' },
  covered: { Icon: CircleCheck, tone: 'ok' },
};
