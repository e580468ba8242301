'use client';

import { Crown, Eye, type LucideIcon, ShieldCheck, Wrench } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { Role } from '@/contract/permissions';

const looks: Record<Role, { Icon: LucideIcon; tone: Tone }> = {
  owner: { Icon: Crown, tone: 'accent' },
  admin: { Icon: ShieldCheck, tone: 'app' },
  operator: { Icon: Wrench, tone: 'neutral' },
  auditor: { Icon: Eye, tone: 'neutral' },
};

export function RoleBadge({ role }: { role: Role }) {
  const t = useTranslations('common.role');
  const { Icon, tone } = looks[role];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(role)}
    </Badge>
  );
}
