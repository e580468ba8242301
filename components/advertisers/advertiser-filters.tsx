'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { StatusWord } from '@/components/advertisers/filter-panel';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { SearchInput } from '@/components/ui/search-input';
import { isNarrowed } from '@/lib/advertiser-search';
import { useApi } from '@/lib/api';
import { appChoices } from '@/lib/connection-list-queries';

const FilterPanel = later(async () => (await import('./filter-panel')).FilterPanel);
const AppPanel = later(async () => (await import('./filter-panel')).AppPanel);

const asItIs: StatusWord = (value) => value;

type AdvertiserFiltersProps = { statusWord: StatusWord; children: ReactNode };

/** The search first, then what narrows it; `children` stand at the end of the line. */
export function AdvertiserFilters({ statusWord, children }: AdvertiserFiltersProps) {
  const t = useTranslations('advertisers.list');
  const { search, ask, clear } = useAdvertiserSearch();
  const say = (words: Set<string>) => (words.size > 1 ? t('anyOf', { count: words.size }) : [...words][0]);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput className="w-full sm:w-80" label={t('search')} value={search.q} onSearch={(q) => ask({ q })} />
      {(['status', 'country', 'currency'] as const).map((field) => {
        const wordOf = field === 'status' ? statusWord : asItIs;
        return (
          <FilterChip
            key={field}
            label={t(field)}
            value={say(new Set(search[field].map(wordOf)))}
            onRemove={() => ask({ [field]: [] })}
            near={FilterPanel.near}
          >
            <FilterPanel field={field} wordOf={wordOf} />
          </FilterChip>
        );
      })}
      <FilterChip
        label={t('app')}
        value={useAppName(search.appId)}
        onRemove={() => ask({ appId: null })}
        near={AppPanel.near}
      >
        <AppPanel />
      </FilterChip>
      {search.connectionId && (
        <Button size="sm" icon={<Icon name="x" />} onClick={() => ask({ connectionId: null })}>
          {t('ofConnection')}
        </Button>
      )}
      {isNarrowed(search) && (
        <Button variant="ghost" size="sm" icon={<Icon name="x" />} onClick={clear}>
          {t('clear')}
        </Button>
      )}
      <div className="ms-auto flex flex-wrap items-center justify-end gap-2">{children}</div>
    </div>
  );
}

function useAppName(id: string | null): string | undefined {
  const { data } = useQuery({ ...appChoices(useApi()), staleTime: Infinity, enabled: id !== null });
  return id === null ? undefined : (data?.rows.find((app) => app.id === id)?.name ?? '…');
}
