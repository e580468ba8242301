'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { AdvertiserName, OnlyThis } from '@/components/connections/advertisers/advertiser-cells';
import { NewBadge } from '@/components/connections/advertisers/new-advertisers';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Column } from '@/components/ui/data-table/column';
import { DateTime } from '@/components/ui/time';
import type { Grant } from '@/contract/grants';

/** The columns of what a connection reaches, in the reader's words; `marked` where some are new to the team. */
export function useGrantColumns(marked: boolean): Column<Grant>[] {
  const t = useTranslations('connections.advertisers');
  return useMemo(() => {
    const text = (id: 'currency' | 'timezone' | 'country' | 'company', width: string): Column<Grant> => ({
      id,
      title: t(`column.${id}`),
      width,
      sort: 'ascending',
      cell: (grant) => <span className="block truncate text-mute">{grant[id]}</span>,
    });
    return [
      {
        id: 'name',
        title: t('column.name'),
        width: 'w-56 grow',
        sort: 'ascending',
        fixed: 'start',
        card: 'col-span-2',
        cell: (grant) => (
          <span className="flex min-w-0 gap-x-2 md:group-not-data-dense/table:flex-col">
            <AdvertiserName grant={grant} />
            {marked && grant.newToTeam && <NewBadge />}
          </span>
        ),
      },
      {
        id: 'id',
        title: t('column.id'),
        width: 'w-48',
        sort: 'ascending',
        card: 'col-span-2',
        cell: ({ advertiserId }) => <CopyableId id={advertiserId} className="text-mute" />,
      },
      {
        id: 'status',
        title: t('column.status'),
        width: 'w-32',
        sort: 'ascending',
        card: '',
        cell: ({ status }) => <AdvertiserStatus status={status} />,
      },
      {
        id: 'live',
        title: t('column.live'),
        width: 'w-40',
        sort: 'ascending',
        card: 'text-end',
        cell: (grant) => <ReachedBy grant={grant} />,
      },
      { ...text('currency', 'w-24'), from: 'lg' },
      { ...text('timezone', 'w-40'), from: 'xl' },
      { ...text('country', 'w-24'), from: '2xl' },
      { ...text('company', 'w-44'), optional: true },
      {
        id: 'since',
        title: t('column.since'),
        width: 'w-32',
        sort: 'descending',
        optional: true,
        cell: ({ since }) => <DateTime at={since} dateOnly />,
      },
      {
        id: 'firstSeen',
        title: t('column.firstSeen'),
        width: 'w-32',
        sort: 'descending',
        optional: true,
        cell: ({ firstSeenAt }) => <DateTime at={firstSeenAt} dateOnly />,
      },
    ];
  }, [t, marked]);
}

function ReachedBy({ grant }: { grant: Grant }) {
  const t = useTranslations('connections.advertisers');
  if (grant.onlyThis) return <OnlyThis grant={grant} />;
  return <span className="text-xs text-mute">{t('live', { count: grant.liveCount })}</span>;
}
