'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { ReachBadge } from '@/components/advertisers/reach-badge';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Column } from '@/components/ui/data-table/column';
import { RowLink } from '@/components/ui/data-table/row-link';
import type { Advertiser } from '@/contract/advertisers';
import { formatDate, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export type StatusOf = (status: string | null) => ReactNode;

/** The columns of the list, each with how a row shows it. */
export function useColumns(statusOf: StatusOf): Column<Advertiser>[] {
  const t = useTranslations('advertisers');
  const locale = useLocale();
  return useMemo(() => {
    const text = (id: 'company' | 'country' | 'currency' | 'timezone', width: string): Column<Advertiser> => ({
      id,
      title: t(`column.${id}`),
      width,
      sort: 'ascending',
      cell: (row) => <span className="block truncate text-mute">{row[id]}</span>,
    });
    const number = (id: 'connections' | 'live', of: (row: Advertiser) => number): Column<Advertiser> => ({
      id,
      title: t(`column.${id}`),
      width: 'w-28',
      number: true,
      sort: 'descending',
      cell: (row) => formatNumber(of(row), locale),
    });
    return [
      {
        id: 'name',
        title: t('column.name'),
        width: 'w-56 grow',
        sort: 'ascending',
        fixed: 'start',
        cell: (row) => <Name advertiser={row} />,
        card: 'col-span-2',
      },
      {
        id: 'id',
        title: t('column.id'),
        width: 'w-48',
        sort: 'ascending',
        cell: (row) => <CopyableId id={row.advertiserId} className="text-mute" />,
        card: 'col-span-2',
      },
      {
        id: 'reach',
        title: t('column.reach'),
        width: 'w-44',
        sort: 'ascending',
        cell: (row) => <ReachBadge reach={row.reach} />,
        card: '',
      },
      { ...number('connections', (row) => row.connectionCount), from: 'lg' },
      { ...number('live', (row) => row.liveCount), optional: true },
      {
        id: 'status',
        title: t('column.status'),
        width: 'w-36',
        sort: 'ascending',
        cell: (row) => statusOf(row.status),
        card: 'max-md:text-end',
      },
      { ...text('country', 'w-24'), from: '2xl' },
      { ...text('currency', 'w-24'), from: 'xl' },
      { ...text('timezone', 'w-40'), from: '2xl' },
      { ...text('company', 'w-44'), from: '2xl' },
      {
        id: 'newest',
        title: t('column.newest'),
        width: 'w-32',
        sort: 'ascending',
        optional: true,
        cell: (row) => <span className="text-mute">{formatDate(row.firstSeenAt, locale)}</span>,
      },
    ];
  }, [t, locale, statusOf]);
}

function Name({ advertiser: { advertiserId, name } }: { advertiser: Advertiser }) {
  const t = useTranslations('advertisers');
  const { team } = useSession();
  return <RowLink href={paths.advertiser(team.slug, advertiserId)} name={name} nameless={t('nameless')} />;
}
