'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { ConnectionTable } from '@/components/connections/list/connection-table';
import { FilterChips } from '@/components/connections/list/filter-chips';
import { ListHeader } from '@/components/connections/list/list-header';
import { ListToolbar } from '@/components/connections/list/list-toolbar';
import { StateFilter } from '@/components/connections/list/state-filter';
import { TableSkeleton } from '@/components/connections/list/table-skeleton';
import { useColumns } from '@/components/connections/list/use-columns';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { Button } from '@/components/ui/button';
import { later } from '@/components/ui/later';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { useSelection } from '@/components/ui/data-table/use-selection';
import { useApi } from '@/lib/api';
import { appChoices, connectionList } from '@/lib/connection-list-queries';
import { filterInput, isNarrowed } from '@/lib/connection-search';
import type { TableLook } from '@/lib/table-look';

const BulkBar = later(async () => (await import('./bulk-bar')).BulkBar);
const NoApps = later(async () => (await import('./nothing')).NoApps);
const NoConnections = later(async () => (await import('./nothing')).NoConnections);
const NoMatch = later(async () => (await import('./nothing')).NoMatch);

/** The team's connections, the broken ones first; where there is none, the way to the first. */
export function ConnectionList({ look: initialLook }: { look: TableLook }) {
  const t = useTranslations('connections');
  const api = useApi();
  const { search, clear } = useConnectionSearch();
  const list = useList(connectionList(api, search));
  const total = list.first?.total;
  const columns = useColumns();
  const look = useLook('connections', initialLook);
  const selecting = useSelection(JSON.stringify(filterInput(search)), total ?? 0);
  const none = total === 0 && !isNarrowed(search);
  const apps = useQuery({ ...appChoices(api), enabled: none });

  if (none) {
    return (
      <>
        <ListHeader empty />
        {apps.data?.total === 0 ? <NoApps /> : <NoConnections />}
      </>
    );
  }
  return (
    <>
      <ListHeader />
      <StateFilter />
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <FilterChips />
        <ListToolbar total={total} columns={columns} look={look} />
      </div>
      <FailureCallout
        error={list.error}
        title={t('list.failed')}
        actions={
          <>
            {isNarrowed(search) && <Button onClick={clear}>{t('list.clear')}</Button>}
            <Button onClick={() => void list.refetch()}>{t('retry')}</Button>
          </>
        }
      />
      {!list.first && !list.error && <TableSkeleton />}
      {total === 0 && <NoMatch />}
      {list.first && total !== 0 && (
        <ConnectionTable list={list} columns={columns} look={look.look} selecting={selecting} />
      )}
      {selecting.count > 0 && <BulkBar selecting={selecting} total={total ?? 0} />}
    </>
  );
}
