'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { reachLooks } from '@/components/advertisers/reach-looks';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { CountTiles } from '@/components/ui/count-tiles';
import { reaches } from '@/contract/advertiser-words';
import { advertiserReach } from '@/lib/advertiser-queries';
import { useApi } from '@/lib/api';

export function ReachFilter() {
  const t = useTranslations('advertisers');
  const { search, ask } = useAdvertiserSearch();
  const { data } = useQuery({ ...advertiserReach(useApi(), search), placeholderData: keepPreviousData });
  return (
    <CountTiles
      label={t('list.reaches')}
      kinds={reaches}
      looks={reachLooks}
      wordOf={(reach) => t(`reach.${reach}`)}
      counts={data}
      chosen={search.reach}
      onChoose={(reach) => ask({ reach })}
    />
  );
}
