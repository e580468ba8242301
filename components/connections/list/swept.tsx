'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/time';
import { useClock } from '@/components/ui/use-clock';
import { useApi } from '@/lib/api';
import { checkPace } from '@/lib/health-queries';

const tick = 30_000;

/** When a check last came, and when the next does. Its line is there before it is known, so that nothing jumps. */
export function Swept() {
  const t = useTranslations('connections.list');
  const now = useClock(tick);
  const { lastCheckAt, nextCheckAt } = useQuery(checkPace(useApi())).data ?? {};
  const soon = nextCheckAt && Date.parse(nextCheckAt) <= now + tick;
  return (
    <p className="flex min-h-5 flex-wrap gap-x-1.5 text-xs">
      {lastCheckAt && <span>{t.rich('swept', { time: () => <RelativeTime at={lastCheckAt} /> })}</span>}
      {lastCheckAt && nextCheckAt && <span aria-hidden>·</span>}
      {soon && <span>{t('sweeping')}</span>}
      {nextCheckAt && !soon && <span>{t.rich('nextSweep', { time: () => <RelativeTime at={nextCheckAt} /> })}</span>}
    </p>
  );
}
