import { useTranslations } from 'next-intl';
import { stateLooks } from '@/components/connections/state-looks';
import { Badge } from '@/components/ui/badge';
import type { ConnectionState } from '@/contract/connection-filter';

export function StateBadge({ state }: { state: ConnectionState }) {
  const t = useTranslations('connections.state');
  const { Icon, tone } = stateLooks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  );
}
