'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import type { KeyState } from '@/contract/api-keys';

const looks: Record<KeyState, Look> = {
  active: { icon: 'circle-check', tone: 'ok' },
  expired: { icon: 'clock', tone: 'neutral' },
  revoked: { icon: 'ban', tone: 'neutral' },
};

export function StateBadge({ state }: { state: KeyState }) {
  const t = useTranslations('keys.state');
  const { icon, tone } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(state)}
    </Badge>
  );
}
