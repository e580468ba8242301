import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import type { App } from '@/contract/apps';
import { Badge } from '@/components/ui/badge';

const looks: Record<App['reviewStatus'], Look> = {
  applied: { tone: 'neutral', icon: 'hourglass' },
  in_review: { tone: 'accent', icon: 'hourglass' },
  approved: { tone: 'ok', icon: 'circle-check' },
  rejected: { tone: 'broken', icon: 'circle-x' },
  permission_change: { tone: 'accent', icon: 'hourglass' },
};

/** Where TikTok's review of an app stands. */
export function ReviewBadge({ status }: { status: App['reviewStatus'] }) {
  const t = useTranslations('apps.review');
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(status)}
    </Badge>
  );
}
