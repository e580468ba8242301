'use client';

import { useTranslations } from 'next-intl';
import { useAppSearch } from '@/components/apps/list/use-app-search';
import { Button } from '@/components/ui/button';
import { ChoiceList } from '@/components/ui/choice-list';
import { FilterChip } from '@/components/ui/filter-chip';
import { Icon } from '@/components/ui/icon';
import { SearchInput } from '@/components/ui/search-input';
import { environments, rateTiers, reviewStatuses } from '@/contract/app-words';
import { isNarrowed } from '@/lib/app-search';

/** What narrows the list: a text, and a chip for each thing an app can be told apart by. */
export function AppFilters() {
  const t = useTranslations('apps');
  const { search, ask, clear } = useAppSearch();
  const { environment, tier, reviewStatus } = search;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput className="w-full sm:w-72" label={t('search')} value={search.q} onSearch={(q) => ask({ q })} />
      <Chip
        label={t('environment.label')}
        choices={environments.map((value) => ({ value, label: t(`environment.${value}`) }))}
        chosen={environment ? [environment] : []}
        onChange={([only]) => ask({ environment: only ?? null })}
        single
      />
      <Chip
        label={t('tier.label')}
        choices={rateTiers.map((value) => ({ value, label: t(`tier.${value}`) }))}
        chosen={tier}
        onChange={(chosen) => ask({ tier: chosen })}
      />
      <Chip
        label={t('review.label')}
        choices={reviewStatuses.map((value) => ({ value, label: t(`review.${value}`) }))}
        chosen={reviewStatus}
        onChange={(chosen) => ask({ reviewStatus: chosen })}
      />
      {isNarrowed(search) && (
        <Button variant="ghost" size="sm" icon={<Icon name="x" />} onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
    </div>
  );
}

type ChipProps<Value extends string> = {
  label: string;
  choices: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  single?: boolean;
};

function Chip<Value extends string>({ label, choices, chosen, onChange, single }: ChipProps<Value>) {
  const named = choices.filter(({ value }) => chosen.includes(value)).map((choice) => choice.label);
  return (
    <FilterChip label={label} value={named.length > 0 ? named.join(', ') : undefined} onRemove={() => onChange([])}>
      <ChoiceList
        label={label}
        choices={choices}
        chosen={chosen}
        single={single}
        onChange={(next) => onChange(choices.map(({ value }) => value).filter((value) => next.includes(value)))}
      />
    </FilterChip>
  );
}
