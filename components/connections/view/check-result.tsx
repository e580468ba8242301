'use client';

import { CircleCheck, CloudAlert, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Verdict } from '@/components/connections/view/check-verdict';
import { type Tone, toneText } from '@/components/ui/tone';
import type { ConnectionState } from '@/contract/connection-filter';
import { cn } from '@/lib/cn';

const looks: Record<Verdict, { Icon: typeof Info; tone: Tone }> = {
  works: { Icon: CircleCheck, tone: 'ok' },
  recovered: { Icon: CircleCheck, tone: 'ok' },
  changed: { Icon: Info, tone: 'degraded' },
  unchanged: { Icon: Info, tone: 'neutral' },
  unsettled: { Icon: CloudAlert, tone: 'degraded' },
};

/** How the check that was asked for went; stays until the next act. */
export function CheckResult({ verdict, state }: { verdict: Verdict | undefined; state: ConnectionState }) {
  const t = useTranslations('connections');
  const { Icon, tone } = looks[verdict ?? 'unchanged'];
  return (
    <p role="status" className={cn('flex items-start gap-2 font-medium empty:hidden', toneText[tone])}>
      {verdict && (
        <>
          <Icon aria-hidden className="mt-0.5 size-4" />
          {t(`view.verdict.${verdict}`, { state: t(`state.${state}`) })}
        </>
      )}
    </p>
  );
}
