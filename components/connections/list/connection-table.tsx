'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { RemediesProvider } from '@/components/connections/list/remedies-context';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { useRemedies } from '@/components/connections/list/use-remedies';
import { Button } from '@/components/ui/button';
import type { Column } from '@/components/ui/data-table/column';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { List } from '@/components/ui/data-table/use-list';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import type { Connection } from '@/contract/connections';
import { connectionSearch } from '@/lib/connection-search';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';

type ConnectionTableProps = {
  list: List<Connection>;
  columns: readonly Column<Connection>[];
  look: TableLook;
  selecting: Selecting;
};

export function ConnectionTable({ list, columns, look, selecting }: ConnectionTableProps) {
  const t = useTranslations('connections');
  const { team } = useSession();
  const { search, ask } = useConnectionSearch();
  const { failed, ...remedies } = useRemedies();
  return (
    <RemediesProvider remedies={remedies}>
      <FailureCallout error={failed?.error ?? null} title={failed && t('list.actFailed', { name: failed.name })} />
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        look={look}
        rowId={({ id }) => id}
        rowLabel={({ name }) => t('list.select', { name })}
        href={({ id }) => paths.connection(team.slug, id)}
        sort={search.sort}
        onSort={(sort) => ask({ sort: connectionSearch.sort.read(sort) ?? 'state' })}
        selecting={selecting}
        cardHeight="7.25rem"
        failure={(error, retry) => (
          <FailureCallout
            error={error}
            title={t('list.failed')}
            actions={<Button onClick={retry}>{t('retry')}</Button>}
          />
        )}
      />
    </RemediesProvider>
  );
}
