'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@/components/ui/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Failure } from '@/components/advertisers/failure';
import { Button } from '@/components/ui/button';
import { MoreButton } from '@/components/ui/more-button';
import { Panel } from '@/components/ui/panel';
import { RelativeTime } from '@/components/ui/time';
import type { ReachingConnection } from '@/contract/advertisers';
import { reachingOf } from '@/lib/advertiser-queries';
import { useApi } from '@/lib/api';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** How the parts of a connection look, as they do everywhere. */
export type ReachingLooks = {
  stateOf: (connection: ReachingConnection) => ReactNode;
  scopesOf: (connection: ReachingConnection) => ReactNode;
};

/** Every connection that reaches the advertiser, the best first. */
export function ReachingPanel({
  advertiserId,
  total,
  ...looks
}: { advertiserId: string; total: number } & ReachingLooks) {
  const t = useTranslations('advertisers');
  const locale = useLocale();
  const found = useInfiniteQuery(reachingOf(useApi(), advertiserId));
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel title={t('view.connections')} count={formatNumber(total, locale)}>
      <Failure
        error={found.error}
        title={t('view.failed')}
        actions={<Button onClick={() => void found.refetch()}>{t('retry')}</Button>}
      />
      {found.data && rows.length === 0 && <p className="text-mute">{t('view.nobody')}</p>}
      <ol aria-label={t('view.connections')} className="-my-1 divide-y">
        {rows.map((connection) => (
          <Reaching key={connection.id} connection={connection} {...looks} />
        ))}
      </ol>
      <MoreButton found={found} className="mt-3">
        {t('view.more')}
      </MoreButton>
    </Panel>
  );
}

function Reaching({ connection, stateOf, scopesOf }: { connection: ReachingConnection } & ReachingLooks) {
  const t = useTranslations('advertisers.view');
  const { team } = useSession();
  const { id, name, app, tiktokUser, owner, lastCheckedAt, archivedAt } = connection;
  const about = [tiktokUser?.name ?? t('noUser'), app.name, owner && t('owner', { name: owner.name })].filter(Boolean);
  return (
    <li className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="min-w-0">
        <Link
          href={paths.connection(team.slug, id)}
          className="rounded font-semibold break-words hover:underline"
          prefetch={false}
        >
          {name}
        </Link>
        <p className="break-words text-xs text-mute">{about.join(' · ')}</p>
        <div className="text-xs text-mute">{scopesOf(connection)}</div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 sm:justify-end">
        {archivedAt && <span className="text-xs text-mute">{t('archived')}</span>}
        <span className="text-xs text-mute">
          {lastCheckedAt ? <RelativeTime at={lastCheckedAt} /> : t('neverChecked')}
        </span>
        {stateOf(connection)}
      </div>
    </li>
  );
}
