'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { AdvertiserCells } from '@/components/connections/advertisers/advertiser-cells';
import { NewAdvertisers, useNews } from '@/components/connections/advertisers/new-advertisers';
import { NoAdvertisers } from '@/components/connections/advertisers/no-advertisers';
import { FailureCallout } from '@/components/connections/failure';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { someAdvertisersOf } from '@/lib/connection-queries';
import { formatNumber } from '@/lib/format';

type AdvertiserPreviewProps = {
  connection: Connection;
  onMore: () => void;
  onNew: () => void;
};

/** The first few advertisers, and the way to all of them. */
export function AdvertiserPreview({ connection, onMore, onNew }: AdvertiserPreviewProps) {
  const t = useTranslations('connections.advertisers');
  const locale = useLocale();
  const { data, error } = useQuery(someAdvertisersOf(useApi(), connection.id));
  const { marked } = useNews(connection);
  return (
    <Panel title={t('title')} count={data && formatNumber(data.total, locale)}>
      <FailureCallout error={error} />
      {!data && !error && <Skeleton className="h-60 rounded-lg" />}
      <NewAdvertisers connection={connection}>
        <Button variant="ghost" size="sm" onClick={onNew}>
          {t('showNew')}
        </Button>
      </NewAdvertisers>
      {data?.total === 0 && <NoAdvertisers connection={connection} />}
      <ul aria-label={t('title')} className="divide-y">
        {data?.rows.map((grant) => (
          <li key={grant.advertiserId} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-1.5">
            <AdvertiserCells grant={grant} marked={marked} />
          </li>
        ))}
      </ul>
      {data && data.total > data.rows.length && (
        <Button variant="ghost" size="sm" className="mt-2 -ms-2.5" onClick={onMore}>
          {t('showAll', { count: data.total })}
        </Button>
      )}
    </Panel>
  );
}
