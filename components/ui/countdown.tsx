'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { useClock } from '@/components/ui/use-clock';
import { cn } from '@/lib/cn';
import { formatCountdown, type Moment } from '@/lib/format';

type CountdownProps = { until: Moment; onEnd?: () => void; suffix?: ReactNode; className?: string };

/** "47:12", amber in the last five minutes, then "Time is up". Silent for screen readers while it runs. */
export function Countdown({ until, onEnd, suffix, className }: CountdownProps) {
  const t = useTranslations('ui');
  const left = new Date(until).getTime() - useClock(1000);
  const over = left <= 0;
  const end = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (over) end();
  }, [over]);

  return (
    <span
      role="timer"
      className={cn(
        'inline-flex items-center gap-1.5',
        over ? 'text-broken' : left < 300_000 ? 'text-degraded' : 'text-mute',
        className,
      )}
    >
      <Icon name="timer" className="size-4" />
      {over ? t('timeUp') : <span className="tabular-nums">{formatCountdown(left)}</span>}
      {!over && suffix}
    </span>
  );
}
