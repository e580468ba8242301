'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { Failure } from '@/components/advertisers/failure';
import { ReachBadge } from '@/components/advertisers/reach-badge';
import { type ReachingLooks, ReachingPanel } from '@/components/advertisers/reaching-panel';
import { ReachWarning } from '@/components/advertisers/reach-warning';
import type { StatusOf } from '@/components/advertisers/use-columns';
import { Button } from '@/components/ui/button';
import { CopyableId } from '@/components/ui/copyable-id';
import { Fact, Facts } from '@/components/ui/facts';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import { oneAdvertiser } from '@/lib/advertiser-queries';
import { useApi } from '@/lib/api';
import { formatNumber } from '@/lib/format';

type AdvertiserViewProps = { advertiserId: string; statusOf: StatusOf } & ReachingLooks;

/** How the team reaches one advertiser: what stands in danger first, then every connection, the best first. */
export function AdvertiserView({ advertiserId, statusOf, ...looks }: AdvertiserViewProps) {
  const t = useTranslations('advertisers');
  const locale = useLocale();
  const { data: advertiser, error, refetch } = useQuery(oneAdvertiser(useApi(), advertiserId));
  const retry = <Button onClick={() => void refetch()}>{t('retry')}</Button>;
  const failure = <Failure error={error} title={t('view.loadFailed')} actions={retry} />;
  if (!advertiser) return failure;
  const { name, connectionCount, liveCount, personCount, describedAt } = advertiser;
  const told = (['company', 'country', 'currency', 'timezone', 'businessCenter'] as const).flatMap((field) => {
    const value = advertiser[field];
    return value ? [{ field, value }] : [];
  });
  return (
    <>
      <PageHeader
        title={<span dir="auto">{name ?? t('nameless')}</span>}
        badge={<ReachBadge reach={advertiser.reach} />}
        lead={t.rich('view.lead', { live: liveCount, persons: personCount, b: (chunks) => <b>{chunks}</b> })}
      />
      {failure}
      <ReachWarning advertiser={advertiser} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <ReachingPanel advertiserId={advertiserId} total={connectionCount} {...looks} />
        <Panel title={t('view.facts')}>
          <Facts>
            <Fact name={t('column.id')}>
              <CopyableId id={advertiserId} />
            </Fact>
            <Fact name={t('column.status')}>{statusOf(advertiser.status)}</Fact>
            {told.map(({ field, value }) => (
              <Fact key={field} name={t(`column.${field}`)}>
                {value}
              </Fact>
            ))}
            <Fact name={t('column.connections')}>{formatNumber(connectionCount, locale)}</Fact>
            <Fact name={t('column.newest')}>
              <DateTime at={advertiser.firstSeenAt} dateOnly />
            </Fact>
            {describedAt && (
              <Fact name={t('view.described')}>
                <DateTime at={describedAt} />
              </Fact>
            )}
          </Facts>
        </Panel>
      </div>
    </>
  );
}
