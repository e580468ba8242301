'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useAdvertiserSearch } from '@/components/advertisers/use-advertiser-search';
import { ChoiceList } from '@/components/ui/choice-list';
import { advertiserChoices } from '@/lib/advertiser-queries';
import { useApi } from '@/lib/api';
import { appChoices } from '@/lib/connection-list-queries';

/** What TikTok says of a status, in a word. */
export type StatusWord = (status: string) => string;

/** Values in words: those with the same word are chosen together. */
export function FilterPanel({ field, wordOf }: { field: 'status' | 'country' | 'currency'; wordOf: StatusWord }) {
  const t = useTranslations('advertisers.list');
  const { search, ask } = useAdvertiserSearch();
  const { data } = useQuery(advertiserChoices(useApi()));
  const words = new Map<string, string[]>();
  for (const value of new Set([...(data?.[field] ?? []), ...search[field]])) {
    words.set(wordOf(value), [...(words.get(wordOf(value)) ?? []), value]);
  }
  const choices = [...words].map(([label, values]) => ({ label, value: label, also: values.join(' ') }));
  return (
    <ChoiceList
      label={t(field)}
      choices={data && choices}
      chosen={search[field].map(wordOf)}
      onChange={(chosen) => ask({ [field]: [...new Set(chosen)].flatMap((word) => words.get(word) ?? []) })}
    />
  );
}

/** One of the team's apps. */
export function AppPanel() {
  const t = useTranslations('advertisers.list');
  const { search, ask } = useAdvertiserSearch();
  const { data } = useQuery(appChoices(useApi()));
  return (
    <ChoiceList
      single
      label={t('app')}
      choices={data?.rows.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={search.appId ? [search.appId] : []}
      onChange={([appId]) => ask({ appId: appId ?? null })}
    />
  );
}
