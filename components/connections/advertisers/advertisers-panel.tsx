'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { AdvertiserTable } from '@/components/connections/advertisers/advertiser-table';
import { NoAdvertisers } from '@/components/connections/advertisers/no-advertisers';
import { FailureCallout } from '@/components/connections/failure';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchInput } from '@/components/ui/search-input';
import { Skeleton } from '@/components/ui/skeleton';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { advertisersOf } from '@/lib/connection-queries';

/** Every advertiser it reaches, however many they are; the search is the server's. */
export function AdvertisersPanel({ connection }: { connection: Connection }) {
  const t = useTranslations('connections');
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''));
  const found = useInfiniteQuery({
    ...advertisersOf(useApi(), connection.id, q),
    placeholderData: keepPreviousData,
  });
  const total = found.data?.pages[0]?.total;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <SearchInput
          className="w-full sm:w-72"
          label={t('advertisers.search')}
          value={q}
          onSearch={(text) => void setQ(text || null)}
        />
        <span role="status" className="ms-auto text-mute tabular-nums">
          {total !== undefined && t('advertiserCount', { count: total })}
        </span>
      </div>
      <FailureCallout
        error={found.error}
        title={t('advertisers.failed')}
        actions={
          <Button onClick={() => void (found.data ? found.fetchNextPage() : found.refetch())}>{t('retry')}</Button>
        }
      />
      {!found.data && !found.error && <Skeleton className="h-140 rounded-xl" />}
      {total === 0 && !q && <NoAdvertisers connection={connection} />}
      {total === 0 && q && (
        <EmptyState
          icon={<SearchX />}
          title={t('advertisers.noMatch', { q })}
          text={t('advertisers.noMatchText')}
          actions={<Button onClick={() => void setQ(null)}>{t('advertisers.clear')}</Button>}
        />
      )}
      {found.data && !!total && (
        <AdvertiserTable
          key={q}
          connection={connection}
          pages={found.data.pages}
          total={total}
          stale={found.isPlaceholderData}
          onWanted={found.hasNextPage && !found.isFetching && !found.error ? found.fetchNextPage : undefined}
        />
      )}
    </div>
  );
}
