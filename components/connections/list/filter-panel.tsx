'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { type Choice, ChoiceList } from '@/components/ui/choice-list';
import { useApi } from '@/lib/api';
import { appChoices, memberChoices, tagChoices } from '@/lib/connection-list-queries';
import { formatNumber } from '@/lib/format';

type Kind = 'appId' | 'ownerId' | 'tag';

/** What there is to choose from in one of the chips. */
export function FilterPanel({ kind }: { kind: Kind }) {
  const t = useTranslations('connections.list');
  const { search, ask } = useConnectionSearch();
  const choices = useChoices(kind);
  return (
    <ChoiceList
      label={t(kind === 'appId' ? 'app' : kind === 'ownerId' ? 'owner' : kind)}
      choices={choices}
      chosen={search[kind]}
      onChange={(next) => ask({ [kind]: next })}
    />
  );
}

function useChoices(kind: Kind): Choice[] | undefined {
  const t = useTranslations('connections.list');
  const locale = useLocale();
  const api = useApi();
  const apps = useQuery({ ...appChoices(api), enabled: kind === 'appId' }).data;
  const members = useQuery({ ...memberChoices(api), enabled: kind === 'ownerId' }).data;
  const tags = useQuery({ ...tagChoices(api), enabled: kind === 'tag' }).data;
  const named = (rows?: readonly { id: string; name: string }[]) =>
    rows?.map(({ id, name }) => ({ value: id, label: name }));
  if (kind === 'appId') return named(apps?.rows);
  if (kind === 'ownerId') return members && [{ value: 'none', label: t('nobody') }, ...(named(members.rows) ?? [])];
  return tags?.map(({ id, name, connectionCount }) => ({
    value: id,
    label: name,
    hint: formatNumber(connectionCount, locale),
  }));
}
