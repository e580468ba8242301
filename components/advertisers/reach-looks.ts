import type { IconName } from '@/components/ui/icon';
import type { Tone } from '@/components/ui/tone';
import type { Reach } from '@/contract/advertiser-words';

/** Icon and colour of each way in which an advertiser is reached; its word stands beside them always. */
export const reachLooks: Record<Reach, { icon: IconName; tone: Tone }> = {
  none: { icon: 'circle-off', tone: 'neutral' },
  broken_only: { icon: 'unplug', tone: 'broken' },
  one_token: { icon: 'key-round', tone: 'degraded' },
  one_person: { icon: 'user-round', tone: 'app' },
  several: { icon: 'circle-check', tone: 'ok' },
};
