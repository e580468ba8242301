'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/apps/failure';
import { AppFilters } from '@/components/apps/list/app-filters';
import { AppHeader } from '@/components/apps/list/app-header';
import { useAppColumns } from '@/components/apps/list/use-app-columns';
import { useAppSearch } from '@/components/apps/list/use-app-search';
import { NoApps } from '@/components/apps/no-apps';
import { SaveView } from '@/components/layout/save-view/save-view';
import { Button } from '@/components/ui/button';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { ListTable } from '@/components/ui/data-table/list-table';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { useApi } from '@/lib/api';
import { appList } from '@/lib/app-queries';
import { appInput, appSearch, isNarrowed } from '@/lib/app-search';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';

type AppListProps = { look: TableLook; callbackUrl: string };

/** The team's apps; where there is none, the way to the first. */
export function AppList({ look: initialLook, callbackUrl }: AppListProps) {
  const t = useTranslations('apps');
  const { team } = useSession();
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
      <ListTable
        label={t('title')}
        list={list}
        columns={columns}
        look={look.look}
        rowId={({ id }) => id}
        href={({ id }) => paths.app(team.slug, id)}
        sort={search.sort}
        onSort={onSort}
        cardHeight="7rem"
        failure={(error, retry) => (
          <FailureCallout error={error} actions={<Button onClick={retry}>{t('retry')}</Button>} />
        )}
        none={
          <EmptyState
            icon={<Icon name="search-x" />}
            title={t('list.noMatch')}
            text={t('list.noMatchText')}
            actions={<Button onClick={clear}>{t('list.clear')}</Button>}
          />
        }
      />
    </>
  );
}
