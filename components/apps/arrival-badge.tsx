import { ClipboardPaste, CornerDownLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { App } from '@/contract/apps';
import { Badge } from '@/components/ui/badge';

type Arrival = App['redirectUrls'][number]['arrival'];

/** How people come back from TikTok by a redirect URL. */
export function ArrivalBadge({ arrival }: { arrival: Arrival }) {
  const t = useTranslations('apps.arrival');
  const Icon = arrival === 'reachable' ? CornerDownLeft : ClipboardPaste;
  return (
    <Badge tone={arrival === 'reachable' ? 'ok' : 'neutral'} icon={<Icon aria-hidden />}>
      {t(arrival)}
    </Badge>
  );
}
