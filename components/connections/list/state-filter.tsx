'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { stateLooks } from '@/components/layout/state-looks';
import { CountTiles } from '@/components/ui/count-tiles';
import { statesWorstFirst } from '@/contract/connection-words';
import { useApi } from '@/lib/api';
import { connectionStates } from '@/lib/connection-list-queries';

export function StateFilter() {
  const t = useTranslations('connections');
  const { search, ask } = useConnectionSearch();
  const { data } = useQuery({ ...connectionStates(useApi(), search), placeholderData: keepPreviousData });
  return (
    <CountTiles
      label={t('list.states')}
      kinds={statesWorstFirst}
      looks={stateLooks}
      wordOf={(state) => t(`state.${state}`)}
      counts={data}
      chosen={search.state}
      onChoose={(state) => ask({ state })}
    />
  );
}
