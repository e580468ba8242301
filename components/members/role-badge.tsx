'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import type { Role } from '@/contract/permissions';

const looks: Record<Role, Look> = {
  owner: { icon: 'crown', tone: 'accent' },
  admin: { icon: 'shield-check', tone: 'app' },
  operator: { icon: 'wrench', tone: 'neutral' },
  auditor: { icon: 'eye', tone: 'neutral' },
};

export function RoleBadge({ role }: { role: Role }) {
  const t = useTranslations('common.role');
  const { icon, tone } = looks[role];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(role)}
    </Badge>
  );
}
