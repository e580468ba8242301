import type { IconName } from '@/components/ui/icon';
import type { Tone } from '@/components/ui/tone';
import type { Coverage } from '@/contract/advertiser-words';

/** Icon and colour of what an expected advertiser turns out to be; its word stands beside them always. */
export const coverageLooks: Record<Coverage, { icon: IconName; tone: Tone }> = {
  uncovered: { icon: 'circle-off', tone: 'broken' },
  broken_only: { icon: 'unplug', tone: 'degraded' },
  once: { icon: 'key-round', tone: 'app' },
  covered: { icon: 'circle-check', tone: 'ok' },
};
