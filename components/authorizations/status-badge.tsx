import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Tone } from '@/components/ui/tone';
import type { AuthorizationStatus } from '@/contract/authorizations';

const looks: Record<AuthorizationStatus, [IconName, Tone]> = {
  pending: ['hourglass', 'neutral'],
  quarantined: ['inbox', 'accent'],
  claimed: ['loader-circle', 'neutral'],
  comparing: ['git-compare-arrows', 'accent'],
  connected: ['circle-check', 'ok'],
  no_advertisers: ['triangle-alert', 'degraded'],
  cancelled: ['circle-slash', 'neutral'],
  expired: ['clock', 'neutral'],
  refused: ['circle-x', 'broken'],
  lost: ['unplug', 'degraded'],
};

export function StatusBadge({ status }: { status: AuthorizationStatus }) {
  const t = useTranslations('authorizations.status');
  const [icon, tone] = looks[status];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(status)}
    </Badge>
  );
}
