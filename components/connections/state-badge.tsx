import { useTranslations } from 'next-intl';
import { stateLooks } from '@/components/layout/state-looks';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { ConnectionState } from '@/contract/connection-filter';

export function StateBadge({ state }: { state: ConnectionState }) {
  const t = useTranslations('connections.state');
  const { icon, tone } = stateLooks[state];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(state)}
    </Badge>
  );
}
