'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { reachLooks } from '@/components/advertisers/reach-looks';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { CountTile } from '@/components/ui/count-tile';
import { type Reach, reaches } from '@/contract/advertiser-words';
import { advertiserReach } from '@/lib/advertiser-queries';
import { useApi } from '@/lib/api';

/** How many are reached in which way; pressing one shows those, pressing another adds it. */
export function ReachFilter() {
  const t = useTranslations('advertisers');
  const { search, ask } = useAdvertiserSearch();
  const { data: counts } = useQuery({ ...advertiserReach(useApi(), search), placeholderData: keepPreviousData });
  const toggle = (reach: Reach) =>
    ask({
      reach: search.reach.includes(reach) ? search.reach.filter((other) => other !== reach) : [...search.reach, reach],
    });
  return (
    <div
      role="group"
      aria-label={t('list.reaches')}
      className="-m-0.5 flex shrink-0 snap-x gap-2 overflow-x-auto p-0.5"
    >
      {reaches.map((reach) => (
        <CountTile
          key={reach}
          {...reachLooks[reach]}
          label={t(`reach.${reach}`)}
          count={counts?.[reach]}
          chosen={search.reach.includes(reach)}
          onPress={() => toggle(reach)}
        />
      ))}
    </div>
  );
}
