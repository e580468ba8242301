'use client';

import { useTranslations } from 'next-intl';
import type { Verdict } from '@/components/connections/view/check-verdict';
import { Icon } from '@/components/ui/icon';
import type { Look } from '@/components/ui/look';
import { toneText } from '@/components/ui/tone';
import type { ConnectionState } from '@/contract/connection-filter';
import { cn } from '@/lib/cn';

const looks: Record<Verdict, Look> = {
  works: { icon: 'circle-check', tone: 'ok' },
  recovered: { icon: 'circle-check', tone: 'ok' },
  changed: { icon: 'info', tone: 'degraded' },
  unchanged: { icon: 'info', tone: 'neutral' },
  unsettled: { icon: 'cloud-alert', tone: 'degraded' },
};

/** How the check that was asked for went; stays until the next act. */
export function CheckResult({ verdict, state }: { verdict: Verdict | undefined; state: ConnectionState }) {
  const t = useTranslations('connections');
  const { icon, tone } = looks[verdict ?? 'unchanged'];
  return (
    <p role="status" className={cn('flex items-start gap-2 font-medium empty:hidden', toneText[tone])}>
      {verdict && (
        <>
          <Icon name={icon} className="mt-0.5 size-4" />
          {t(`view.verdict.${verdict}`, { state: t(`state.${state}`) })}
        </>
      )}
    </p>
  );
}
