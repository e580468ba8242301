'use client';

import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/apps/failure';
import { useAppSearch } from '@/components/apps/list/use-app-search';
import { Button } from '@/components/ui/button';
import type { Column } from '@/components/ui/data-table/column';
import { DataTable } from '@/components/ui/data-table/data-table';
import type { List } from '@/components/ui/data-table/use-list';
import type { App } from '@/contract/apps';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { TableLook } from '@/lib/table-look';

type AppTableProps = {
  list: List<App>;
  columns: readonly Column<App>[];
  look: TableLook;
  onSort: (sort: string) => void;
};

export function AppTable({ list, columns, look, onSort }: AppTableProps) {
  const t = useTranslations('apps');
  const { team } = useSession();
  const { search } = useAppSearch();
  return (
    <DataTable
      label={t('title')}
      list={list}
      columns={columns}
      look={look}
      rowId={({ id }) => id}
      href={({ id }) => paths.app(team.slug, id)}
      sort={search.sort}
      onSort={onSort}
      cardHeight="7rem"
      failure={(error, retry) => (
        <FailureCallout error={error} actions={<Button onClick={retry}>{t('retry')}</Button>} />
      )}
    />
  );
}
