import { useTranslations } from 'next-intl';
import { reachLooks } from '@/components/advertisers/reach-looks';
import { Badge } from '@/components/ui/badge';
import type { Reach } from '@/contract/advertiser-words';

export function ReachBadge({ reach }: { reach: Reach }) {
  const t = useTranslations('advertisers.reach');
  const { Icon, tone } = reachLooks[reach];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(reach)}
    </Badge>
  );
}
