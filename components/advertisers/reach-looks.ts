import type { Look } from '@/components/ui/look';
import type { Reach } from '@/contract/advertiser-words';

/** Icon and colour of each way in which an advertiser is reached; its word stands beside them always. */
export const reachLooks: Record<Reach, Look> = {
  none: { icon: 'circle-off', tone: 'neutral' },
  broken_only: { icon: 'unplug', tone: 'broken' },
  one_token: { icon: 'key-round', tone: 'degraded' },
  one_person: { icon: 'user-round', tone: 'app' },
  several: { icon: 'circle-check', tone: 'ok' },
};
