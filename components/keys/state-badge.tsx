'use client';

import { Ban, CircleCheck, Clock, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { KeyState } from '@/contract/api-keys';

const looks: Record<KeyState, { Icon: LucideIcon; tone: Tone }> = {
  active: { Icon: CircleCheck, tone: 'ok' },
  expired: { Icon: Clock, tone: 'neutral' },
  revoked: { Icon: Ban, tone: 'neutral' },
};

export function StateBadge({ state }: { state: KeyState }) {
  const t = useTranslations('keys.state');
  const { Icon, tone } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  );
}
