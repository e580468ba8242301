'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import { advertiserChoices } from '@/lib/advertiser-queries';
import { isNarrowed } from '@/lib/advertiser-search';
import { useApi } from '@/lib/api';

/** The search first, then what narrows it; `children` stand at the end of the line. */
export function AdvertiserFilters({ children }: { children: ReactNode }) {
  const t = useTranslations('advertisers.list');
  const { search, ask, clear } = useAdvertiserSearch();
  const { data: choices } = useQuery(advertiserChoices(useApi()));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput className="w-full sm:w-80" label={t('search')} value={search.q} onSearch={(q) => ask({ q })} />
      {(['status', 'country', 'currency'] as const).map((field) => (
        <Choice
          key={field}
          label={t(field)}
          any={t(`any.${field}`)}
          values={choices?.[field] ?? []}
          value={search[field]}
          onChange={(value) => ask({ [field]: value })}
        />
      ))}
      {search.connectionId && (
        <Button size="sm" icon={<Icon name="x" />} onClick={() => ask({ connectionId: null })}>
          {t('ofConnection')}
        </Button>
      )}
      {search.appId && (
        <Button size="sm" icon={<Icon name="x" />} onClick={() => ask({ appId: null })}>
          {t('ofApp')}
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

type ChoiceProps = {
  label: string;
  any: string;
  values: readonly string[];
  value: string | null;
  onChange: (value: string | null) => void;
};

function Choice({ label, any, values, value, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      className="w-auto max-w-full min-w-0 grow sm:max-w-44 sm:grow-0"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{any}</option>
      {value && !values.includes(value) && <option value={value}>{value}</option>}
      {values.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </Select>
  );
}
