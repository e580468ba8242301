'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { useApi } from '@/lib/api';
import { AuthorizationTable } from './authorization-table';
import type { Filter } from './filters';
import { listOptions } from './list-options';
import { NoRows } from './no-rows';
import { RowsSkeleton } from './rows-skeleton';

/** Fifty at a time; a failing reload says so above what is still there. */
export function Rows({ filter, onShowAll }: { filter: Filter; onShowAll: () => void }) {
  const [t, ui] = [useTranslations('authorizations'), useTranslations('common')];
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    listOptions(useApi(), filter),
  );
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  return (
    <>
      {error && (
        <Callout
          announce
          tone="broken"
          icon={<Icon name="cloud-off" />}
          title={t('list.failed')}
          actions={<Button onClick={() => void refetch()}>{ui('retry')}</Button>}
        />
      )}
      {!data && !error && <RowsSkeleton />}
      {data && rows.length === 0 && <NoRows filter={filter} onShowAll={onShowAll} />}
      {rows.length > 0 && <AuthorizationTable rows={rows} quiet={filter !== 'deciding'} />}
      {hasNextPage && (
        <div className="flex items-center justify-center gap-3">
          <span className="text-mute tabular-nums">{t('list.shown', { shown: rows.length, total })}</span>
          <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.showMore')}
          </Button>
        </div>
      )}
    </>
  );
}
