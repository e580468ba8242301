'use client';

import { useLocale, useTranslations } from 'next-intl';
import { isAge } from '@/components/connections/list/ages';
import { useListWords } from '@/components/connections/list/list-words';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { FilterChip } from '@/components/ui/filter-chip';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';
import { formatDateTime } from '@/lib/format';

/** The rarer filters, which show only while they are on. */
export function MoreChips() {
  const t = useTranslations('connections.list');
  const [locale, timeZone] = [useLocale(), useBrowserTimeZone()];
  const { problems } = useListWords();
  const { search, ask } = useConnectionSearch();
  const { checkedBefore, authorizedBefore, authorizedAfter, checkFailing, problem, advertiserId, archived } = search;
  const when = (value: string) => {
    if (isAge(value)) return t(`age.${value}`);
    return value.startsWith('P') ? value : formatDateTime(value, locale, timeZone);
  };
  const on = {
    checkedBefore: checkedBefore && when(checkedBefore),
    checkFailing: checkFailing === null ? null : t(checkFailing ? 'yes' : 'no'),
    authorizedBefore: authorizedBefore && when(authorizedBefore),
    authorizedAfter: authorizedAfter && when(authorizedAfter),
    problem: problem && (problems.find(({ key }) => key === problem)?.headline ?? problem),
    advertiserId,
    archived: archived ? t('yes') : null,
  };
  return Object.entries(on).map(
    ([name, value]) =>
      value && (
        <FilterChip
          key={name}
          label={t(`filter.${name as keyof typeof on}`)}
          value={value}
          onRemove={() => ask({ [name]: null })}
        />
      ),
  );
}
