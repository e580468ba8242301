import type { Look } from '@/components/ui/look';
import type { Coverage } from '@/contract/advertiser-words';

/** Icon and colour of what an expected advertiser turns out to be; its word stands beside them always. */
export const coverageLooks: Record<Coverage, Look> = {
  uncovered: { icon: 'circle-off', tone: 'broken' },
  broken_only: { icon: 'unplug', tone: 'degraded' },
  once: { icon: 'key-round', tone: 'app' },
  covered: { icon: 'circle-check', tone: 'ok' },
};
