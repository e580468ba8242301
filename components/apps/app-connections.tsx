'use client';

import { useQuery } from '@tanstack/react-query';
import { Link } from '@/components/ui/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Connection } from '@/contract/connections';
import { FailureCallout } from '@/components/apps/failure';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useApi } from '@/lib/api';
import { connectionsOfApp } from '@/lib/app-queries';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

type AppConnectionsProps = { appId: string; stateOf: (connection: Connection) => ReactNode };

/** The first connections of an app, worst first, and the way to all of them. */
export function AppConnections({ appId, stateOf }: AppConnectionsProps) {
  const t = useTranslations('apps');
  const locale = useLocale();
  const { team } = useSession();
  const { data, error, refetch } = useQuery(connectionsOfApp(useApi(), appId));
  const all = `${paths.connections(team.slug)}?appId=${appId}`;

  return (
    <Panel
      title={t('view.connections')}
      count={data && formatNumber(data.total, locale)}
      actions={
        data !== undefined &&
        data.total > data.rows.length && (
          <TextLink href={all}>{t('view.allConnections', { count: formatNumber(data.total, locale) })}</TextLink>
        )
      }
    >
      <FailureCallout error={error} actions={<Button onClick={() => void refetch()}>{t('retry')}</Button>} />
      {!data && !error && <Skeleton className="h-24" />}
      {data?.total === 0 && <p className="text-mute">{t('view.noConnections')}</p>}
      <ul className="-my-1 divide-y">
        {data?.rows.map((connection) => (
          <li key={connection.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <span className="grid min-w-0 flex-1 basis-40">
              <Link
                href={paths.connection(team.slug, connection.id)}
                className="truncate rounded font-semibold hover:underline"
              >
                {connection.name}
              </Link>
              {connection.tiktokUser?.name && connection.tiktokUser.name !== connection.name && (
                <span className="truncate text-mute">{connection.tiktokUser.name}</span>
              )}
            </span>
            <span className="text-mute tabular-nums">
              {t('view.advertisers', { count: connection.advertiserCount })}
            </span>
            {stateOf(connection)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
