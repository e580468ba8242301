'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { HistoryPanel } from '@/components/health/history-panel';
import { NeedsPanel } from '@/components/health/needs-panel';
import { StateTiles } from '@/components/health/state-tiles';
import { SweepPanel } from '@/components/health/sweep-panel';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { useApi } from '@/lib/api';
import { healthOverview } from '@/lib/health-queries';

/** What waits for a person, how far the checks are, and how it was. */
export function OverviewView() {
  const t = useTranslations('health');
  const { data, error, refetch } = useQuery(healthOverview(useApi()));
  return (
    <>
      <PageHeader title={t('title')} />
      {error && (
        <Callout
          tone="broken"
          icon={<Icon name="circle-alert" />}
          title={t('failed')}
          actions={<Button onClick={() => void refetch()}>{t('retry')}</Button>}
          announce
        />
      )}
      {data && (
        <>
          <StateTiles states={data.states} />
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <NeedsPanel needs={data.needs} empty={Object.values(data.states).every((count) => count === 0)} />
            <SweepPanel sweep={data.sweep} />
          </div>
          <HistoryPanel history={data.history} states={data.states} />
        </>
      )}
    </>
  );
}
