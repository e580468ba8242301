'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';
import { useClock } from '@/components/ui/use-clock';
import { cn } from '@/lib/cn';
import { distance, formatDate, formatDateTime, type Moment } from '@/lib/format';

const tick = 30_000;

type TimeProps = { at: Moment; className?: string };

/** "4 min ago", the exact time on hover. What is `due` and late is "in a moment", never in the past. */
export function RelativeTime({ at, due, className }: TimeProps & { due?: boolean }) {
  const t = useTranslations('ui.time');
  const now = useClock(tick);
  const { value, unit } = distance(at, now);
  // The clock may be a tick behind: what happened meanwhile is not in the future.
  const past = new Date(at).getTime() <= now + tick;
  const tense = past ? 'past' : 'future';
  const near = unit === 'second' || (past && due);
  const text = near ? t(past && !due ? 'now' : 'soon') : t(`${tense}.${unit}`, { value: Math.abs(value) });
  return (
    <Stamp at={at} className={className}>
      {text}
    </Stamp>
  );
}

/** "Sep 3, 2026, 09:14" in the reader's time zone, the zone on hover. */
export function DateTime({ at, dateOnly, seconds, className }: TimeProps & { dateOnly?: boolean; seconds?: boolean }) {
  const [locale, timeZone] = [useLocale(), useBrowserTimeZone()];
  return (
    <Stamp at={at} className={className}>
      {dateOnly ? formatDate(at, locale, timeZone) : formatDateTime(at, locale, timeZone, false, seconds)}
    </Stamp>
  );
}

function Stamp({ at, className, children }: TimeProps & { children: string }) {
  const [locale, timeZone] = [useLocale(), useBrowserTimeZone()];
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatDateTime(at, locale, timeZone, true)}
      className={cn('tabular-nums', className)}
      // The two sides may carry different editions of the same calendar data.
      suppressHydrationWarning
    >
      {children}
    </time>
  );
}
