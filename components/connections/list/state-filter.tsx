'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { StateTile } from '@/components/connections/list/state-tile';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { statesWorstFirst } from '@/contract/connection-words';
import type { ConnectionState } from '@/contract/connection-filter';
import { useApi } from '@/lib/api';
import { connectionStates } from '@/lib/connection-list-queries';

/** How many are in each state; pressing one shows those, pressing another adds it. */
export function StateFilter() {
  const t = useTranslations('connections.list');
  const { search, ask } = useConnectionSearch();
  const { data: counts } = useQuery({
    ...connectionStates(useApi(), search),
    placeholderData: keepPreviousData,
  });
  const toggle = (state: ConnectionState) =>
    ask({
      state: search.state.includes(state) ? search.state.filter((other) => other !== state) : [...search.state, state],
    });
  return (
    <div role="group" aria-label={t('states')} className="-m-0.5 flex shrink-0 snap-x gap-2 overflow-x-auto p-0.5">
      {statesWorstFirst.map((state) => (
        <StateTile
          key={state}
          state={state}
          count={counts?.[state]}
          chosen={search.state.includes(state)}
          onPress={() => toggle(state)}
        />
      ))}
    </div>
  );
}
