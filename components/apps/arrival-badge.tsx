import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { Badge } from '@/components/ui/badge';

type Arrival = App['redirectUrls'][number]['arrival'];

/** How people come back from TikTok by a redirect URL. */
export function ArrivalBadge({ arrival }: { arrival: Arrival }) {
  const t = useTranslations('apps.arrival');
  const icon = arrival === 'reachable' ? 'corner-down-left' : 'clipboard-paste';
  return (
    <Badge tone={arrival === 'reachable' ? 'ok' : 'neutral'} icon={<Icon name={icon} />}>
      {t(arrival)}
    </Badge>
  );
}
