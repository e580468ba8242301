'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { HistoryEvent } from '@/components/connections/history/history-event';
import { Button } from '@/components/ui/button';
import { MoreButton } from '@/components/ui/more-button';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useApi } from '@/lib/api';
import { eventsOf } from '@/lib/connection-queries';

/** Everything that happened to it, the latest first. */
export function History({ id }: { id: string }) {
  const t = useTranslations('connections');
  const found = useInfiniteQuery(eventsOf(useApi(), id));
  const events = found.data?.pages.flatMap(({ rows }) => rows);
  return (
    <Panel title={t('history.title')} count={found.data?.pages[0]?.total}>
      <FailureCallout
        error={found.error}
        title={t('history.failed')}
        actions={<Button onClick={() => void found.refetch()}>{t('retry')}</Button>}
      />
      {!events && !found.error && <Skeleton className="h-80 rounded-lg" />}
      {events?.length === 0 && <p className="text-mute">{t('history.none')}</p>}
      <ol aria-label={t('history.title')} className="divide-y">
        {events?.map((event) => (
          <HistoryEvent key={event.id} event={event} />
        ))}
      </ol>
      <MoreButton found={found} className="mt-3">
        {t('history.more')}
      </MoreButton>
    </Panel>
  );
}
