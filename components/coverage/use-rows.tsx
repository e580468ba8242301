'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { useMemo } from 'react';
import { coverageLooks } from '@/components/coverage/coverage-looks';
import { Badge } from '@/components/ui/badge';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Column } from '@/components/ui/data-table/column';
import { RowLink } from '@/components/ui/data-table/row-link';
import type { CoverageRow } from '@/contract/coverage';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** The columns of a coverage list, each with how a row shows it. */
export function useRows(): Column<CoverageRow>[] {
  const t = useTranslations('coverage');
  const locale = useLocale();
  const { team } = useSession();
  return useMemo(() => {
    const called = ({ advertiserId, label, name, coverage }: CoverageRow) => {
      const text = label || name || t('nameless');
      return coverage === 'uncovered' && name === null ? (
        <span dir="auto" title={text} className="block truncate font-semibold">
          {text}
        </span>
      ) : (
        <RowLink href={paths.advertiser(team.slug, advertiserId)} name={text} />
      );
    };
    const badge = ({ coverage }: CoverageRow) => {
      const { icon, tone } = coverageLooks[coverage];
      return (
        <Badge tone={tone} icon={<Icon name={icon} />}>
          {t(`kind.${coverage}`)}
        </Badge>
      );
    };
    return [
      {
        id: 'coverage',
        title: t('column.coverage'),
        width: 'w-44',
        sort: 'ascending',
        fixed: 'start',
        cell: badge,
        card: 'col-span-2',
      },
      {
        id: 'label',
        title: t('column.label'),
        width: 'w-56 grow',
        sort: 'ascending',
        cell: called,
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
        id: 'name',
        title: t('column.name'),
        width: 'w-56',
        from: 'lg',
        cell: (row) => <span className="block truncate text-mute">{row.name}</span>,
      },
      {
        id: 'connections',
        title: t('column.connections'),
        width: 'w-28',
        number: true,
        sort: 'descending',
        cell: (row) => formatNumber(row.connectionCount, locale),
      },
    ];
  }, [t, locale, team.slug]);
}
