'use client';

import { Check, CircleX, ShieldX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { AuditResult } from '@/contract/audit-words';

const looks = {
  done: { tone: 'neutral', Icon: Check },
  refused: { tone: 'degraded', Icon: ShieldX },
  failed: { tone: 'broken', Icon: CircleX },
} as const;

export function ResultBadge({ result }: { result: AuditResult }) {
  const t = useTranslations('audit.result');
  const { tone, Icon } = looks[result];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(result)}
    </Badge>
  );
}
