'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FailureCallout } from '@/components/connections/failure';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { Skeleton } from '@/components/ui/skeleton';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';
import { lossesOf } from '@/lib/connection-queries';

/** The advertisers that nothing else of the team's would reach. */
export function Losses({ connection: { id } }: { connection: Connection }) {
  const t = useTranslations('connections.revoke');
  const { data, error } = useQuery(lossesOf(useApi(), id));
  if (error) return <FailureCallout error={error} title={t('lossesFailed')} />;
  if (!data) return <Skeleton className="h-20 rounded-xl" />;
  if (data.total === 0) return <Callout tone="ok" icon={<Icon name="circle-check" />} title={t('losesNothing')} />;
  return (
    <Callout tone="broken" icon={<Icon name="triangle-alert" />} title={t('loses', { count: data.total })}>
      <ul>
        {data.rows.map(({ advertiserId, name }) => (
          <li key={advertiserId} className="break-words">
            {name} <code className="font-mono text-xs">{advertiserId}</code>
          </li>
        ))}
      </ul>
      {data.total > data.rows.length && t('andMore', { count: data.total - data.rows.length })}
    </Callout>
  );
}
