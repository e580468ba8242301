'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Tone } from '@/components/ui/tone';
import type { KeyState } from '@/contract/api-keys';

const looks: Record<KeyState, { icon: IconName; tone: Tone }> = {
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
