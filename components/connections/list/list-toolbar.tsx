'use client';

import { useTranslations } from 'next-intl';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { SaveView } from '@/components/layout/save-view/save-view';
import type { Column } from '@/components/ui/data-table/column';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import type { Look } from '@/components/ui/data-table/use-look';
import type { Connection } from '@/contract/connections';
import { connectionSearch, listInput } from '@/lib/connection-search';

type ListToolbarProps = { total: number | undefined; columns: readonly Column<Connection>[]; look: Look };

/** How many there are, and what can be kept of how they are looked at. */
export function ListToolbar({ total, columns, look }: ListToolbarProps) {
  const t = useTranslations('connections');
  const { search, ask } = useConnectionSearch();
  return (
    <div className="ms-auto flex flex-wrap items-center justify-end gap-2 max-sm:w-full">
      <span role="status" className="me-auto text-mute tabular-nums">
        {total !== undefined && t('total', { count: total })}
      </span>
      <SaveView noun="connections" input={listInput(search)} />
      <DisplayMenu
        columns={columns}
        look={look}
        sort={search.sort}
        onSort={(sort) => ask({ sort: connectionSearch.sort.read(sort) ?? 'state' })}
      />
    </div>
  );
}
