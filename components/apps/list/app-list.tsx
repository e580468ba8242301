'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/apps/failure';
import { AppFilters } from '@/components/apps/list/app-filters';
import { AppHeader } from '@/components/apps/list/app-header';
import { AppTable } from '@/components/apps/list/app-table';
import { useAppColumns } from '@/components/apps/list/use-app-columns';
import { useAppSearch } from '@/components/apps/list/use-app-search';
import { NoApps } from '@/components/apps/no-apps';
import { SaveView } from '@/components/layout/save-view/save-view';
import { Button } from '@/components/ui/button';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Skeleton } from '@/components/ui/skeleton';
import { useApi } from '@/lib/api';
import { appList } from '@/lib/app-queries';
import { appInput, appSearch, isNarrowed } from '@/lib/app-search';
import type { TableLook } from '@/lib/table-look';

type AppListProps = { look: TableLook; callbackUrl: string };

/** The team's apps; where there is none, the way to the first. */
export function AppList({ look: initialLook, callbackUrl }: AppListProps) {
  const t = useTranslations('apps');
  const { search, ask, clear } = useAppSearch();
  const list = useList(appList(useApi(), search));
  const columns = useAppColumns();
  const look = useLook('apps', initialLook);
  const total = list.first?.total;
  const onSort = (sort: string) => ask({ sort: appSearch.sort.read(sort) ?? 'name' });

  if (total === 0 && !isNarrowed(search)) {
    return (
      <>
        <AppHeader empty />
        <NoApps callbackUrl={callbackUrl} />
      </>
    );
  }
  return (
    <>
      <AppHeader />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <AppFilters />
        <div className="flex flex-wrap items-center justify-end gap-2 max-sm:w-full sm:ms-auto">
          <span role="status" className="me-auto text-mute tabular-nums">
            {total !== undefined && t('count', { count: total })}
          </span>
          <SaveView noun="apps" input={appInput(search)} />
          <DisplayMenu columns={columns} look={look} sort={search.sort} onSort={onSort} />
        </div>
      </div>
      <FailureCallout error={list.error} actions={<Button onClick={() => void list.refetch()}>{t('retry')}</Button>} />
      {!list.first && !list.error && <Skeleton className="h-48 rounded-xl" />}
      {total === 0 && (
        <EmptyState
          icon={<Icon name="search-x" />}
          title={t('list.noMatch')}
          text={t('list.noMatchText')}
          actions={<Button onClick={clear}>{t('list.clear')}</Button>}
        />
      )}
      {!!total && <AppTable list={list} columns={columns} look={look.look} onSort={onSort} />}
    </>
  );
}
