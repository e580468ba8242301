'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import type { AuditResult } from '@/contract/audit-words';

const looks = {
  done: { tone: 'neutral', icon: 'check' },
  refused: { tone: 'degraded', icon: 'shield-x' },
  failed: { tone: 'broken', icon: 'circle-x' },
} as const;

export function ResultBadge({ result }: { result: AuditResult }) {
  const t = useTranslations('audit.result');
  const { tone, icon } = looks[result];
  return (
    <Badge tone={tone} icon={<Icon name={icon} />}>
      {t(result)}
    </Badge>
  );
}
