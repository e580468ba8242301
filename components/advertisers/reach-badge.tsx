import { useTranslations } from 'next-intl';
import { reachLooks } from '@/components/advertisers/reach-looks';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Reach } from '@/contract/advertiser-words';

export function ReachBadge({ reach }: { reach: Reach }) {
  const t = useTranslations('advertisers.reach');
  const { icon, tone } = reachLooks[reach];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(reach)}
    </Badge>
  );
}
