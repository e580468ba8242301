'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { AdvertiserCount, NameCell, OwnerCell, TagsCell } from '@/components/connections/list/connection-cells';
import { LastCheck } from '@/components/connections/list/last-check';
import { RowAction } from '@/components/connections/list/row-action';
import { ScopeSummary } from '@/components/connections/list/scope-summary';
import { StateBadge } from '@/components/connections/state-badge';
import type { Column } from '@/components/ui/data-table/column';
import { DateTime, RelativeTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';

const shapes: Omit<Column<Connection>, 'title'>[] = [
  {
    id: 'state',
    width: 'w-46',
    sort: 'ascending',
    fixed: 'start',
    card: 'col-start-1 row-start-1',
    cell: ({ state }) => <StateBadge state={state} />,
  },
  {
    id: 'name',
    width: 'w-32 grow-2',
    sort: 'ascending',
    fixed: 'start',
    card: 'col-span-2 row-start-2',
    cell: (connection) => <NameCell connection={connection} />,
  },
  {
    id: 'app',
    width: 'w-34 grow',
    sort: 'ascending',
    from: 'lg',
    cell: ({ app }) => <span className="block truncate">{app.name}</span>,
  },
  {
    id: 'advertisers',
    width: 'w-25',
    number: true,
    sort: 'descending',
    card: 'col-start-1 row-start-3',
    cell: ({ advertiserCount }) => <AdvertiserCount count={advertiserCount} />,
  },
  {
    id: 'scopes',
    width: 'w-33 grow',
    sort: 'descending',
    from: 'xl',
    cell: ({ scopes }) => <ScopeSummary scopes={scopes} />,
  },
  { id: 'owner', width: 'w-17', sort: 'ascending', from: 'lg', cell: ({ owner }) => <OwnerCell owner={owner} /> },
  { id: 'tags', width: 'w-36 grow', from: '2xl', cell: ({ tags }) => <TagsCell tags={tags} /> },
  {
    id: 'lastCheck',
    width: 'w-24',
    sort: 'descending',
    card: 'col-start-2 row-start-1 text-end text-mute',
    cell: (connection) => <LastCheck connection={connection} />,
  },
  {
    id: 'nextCheck',
    width: 'w-28',
    sort: 'ascending',
    optional: true,
    cell: ({ nextCheckAt }) => nextCheckAt && <RelativeTime at={nextCheckAt} due />,
  },
  {
    id: 'lastAuthorized',
    width: 'w-32',
    sort: 'descending',
    optional: true,
    cell: ({ lastAuthorizedAt }) => <DateTime at={lastAuthorizedAt} dateOnly />,
  },
  {
    id: 'firstAuthorized',
    width: 'w-32',
    sort: 'descending',
    optional: true,
    cell: ({ firstAuthorizedAt }) => <DateTime at={firstAuthorizedAt} dateOnly />,
  },
  {
    id: 'notes',
    width: 'w-48 grow',
    optional: true,
    cell: ({ notes }) => (
      <span title={notes} className="block truncate text-mute">
        {notes}
      </span>
    ),
  },
  {
    id: 'action',
    width: 'w-29',
    fixed: 'end',
    quiet: true,
    card: 'col-start-2 row-start-3 text-end',
    cell: (connection) => (
      <span className="flex justify-end">
        <RowAction connection={connection} />
      </span>
    ),
  },
];

/** The columns of the list of connections, in the reader's words. */
export function useColumns(): Column<Connection>[] {
  const t = useTranslations('connections.column');
  return useMemo(() => shapes.map((shape) => ({ ...shape, title: t(shape.id as 'state') })), [t]);
}
