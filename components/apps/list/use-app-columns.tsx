'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ArrivalCell, ConnectionCount, NameCell, RowAction } from '@/components/apps/list/app-cells';
import { ReviewBadge } from '@/components/apps/review-badge';
import { Badge } from '@/components/ui/badge';
import { CopyableId } from '@/components/ui/copyable-id';
import type { Column } from '@/components/ui/data-table/column';
import { DateTime } from '@/components/ui/time';
import type { App } from '@/contract/apps';

/** The columns of the list of apps, in the reader's words. */
export function useAppColumns(): Column<App>[] {
  const t = useTranslations('apps');
  return useMemo(
    () => [
      {
        ...{ id: 'name', title: t('column.app'), width: 'w-40 grow-2', sort: 'ascending', fixed: 'start' },
        card: 'col-start-1 row-start-1',
        cell: (app) => <NameCell app={app} />,
      },
      {
        ...{ id: 'appId', title: t('column.appId'), width: 'w-48', from: 'lg', card: 'col-start-1 row-start-2' },
        cell: ({ appId }) =>
          appId ? (
            <CopyableId id={appId} className="text-mute" />
          ) : (
            <span className="text-xs text-mute">{t('noAppId')}</span>
          ),
      },
      {
        ...{ id: 'review', title: t('column.review'), width: 'w-32 grow overflow-hidden', sort: 'ascending' },
        card: 'col-start-2 row-start-1 max-md:text-end',
        cell: ({ reviewStatus }) => <ReviewBadge status={reviewStatus} />,
      },
      {
        ...{ id: 'environment', title: t('column.environment'), width: 'w-30', sort: 'ascending', from: 'xl' },
        cell: ({ environment }) =>
          environment === 'sandbox' ? <Badge>{t('environment.sandbox')}</Badge> : t('environment.production'),
      },
      {
        ...{ id: 'redirectUrls', title: t('column.redirectUrls'), width: 'w-36', from: '2xl' },
        cell: (app) => <ArrivalCell app={app} />,
      },
      {
        ...{ id: 'tier', title: t('column.tier'), width: 'w-28', sort: 'ascending', from: '2xl' },
        cell: ({ tier }) => t(`tier.${tier}`),
      },
      {
        ...{ id: 'connections', title: t('column.connections'), width: 'w-32', number: true, sort: 'descending' },
        card: 'col-start-1 row-start-3',
        cell: ({ connectionCount }) => <ConnectionCount count={connectionCount} />,
      },
      {
        ...{ id: 'created', title: t('column.created'), width: 'w-32', sort: 'descending', optional: true },
        cell: ({ createdAt }) => <DateTime at={createdAt} dateOnly />,
      },
      {
        ...{ id: 'action', title: t('column.action'), width: 'w-36', fixed: 'end', quiet: true },
        card: 'col-start-2 row-start-3',
        cell: (app) => (
          <span className="flex justify-end">
            <RowAction app={app} />
          </span>
        ),
      },
    ],
    [t],
  );
}
