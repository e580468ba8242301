import {
  CircleCheck,
  CircleSlash,
  Clock,
  GitCompareArrows,
  Hourglass,
  Inbox,
  LoaderCircle,
  type LucideIcon,
  TriangleAlert,
  Unplug,
  XCircle,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { AuthorizationStatus } from '@/contract/authorizations';

const looks: Record<AuthorizationStatus, [LucideIcon, Tone]> = {
  pending: [Hourglass, 'neutral'],
  quarantined: [Inbox, 'accent'],
  claimed: [LoaderCircle, 'neutral'],
  comparing: [GitCompareArrows, 'accent'],
  connected: [CircleCheck, 'ok'],
  no_advertisers: [TriangleAlert, 'degraded'],
  cancelled: [CircleSlash, 'neutral'],
  expired: [Clock, 'neutral'],
  refused: [XCircle, 'broken'],
  lost: [Unplug, 'degraded'],
};

export function StatusBadge({ status }: { status: AuthorizationStatus }) {
  const t = useTranslations('authorizations.status');
  const [Icon, tone] = looks[status];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(status)}
    </Badge>
  );
}
