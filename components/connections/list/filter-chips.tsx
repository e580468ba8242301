'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useListWords } from '@/components/connections/list/list-words';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { Button } from '@/components/ui/button';
import { FilterChip } from '@/components/ui/filter-chip';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { Popover } from '@/components/ui/popover';
import { SearchInput } from '@/components/ui/search-input';
import { useApi } from '@/lib/api';
import { appChoices, memberChoices, tagChoices } from '@/lib/connection-list-queries';
import { isNarrowed } from '@/lib/connection-search';

const FilterPanel = later(async () => (await import('./filter-panel')).FilterPanel);
const ScopePanel = later(async () => (await import('./scope-panel')).ScopePanel);
const MoreChips = later(async () => (await import('./more-chips')).MoreChips);
const MorePanel = later(async () => (await import('./more-panel')).MorePanel);

/** What narrows the list, each on its own and all together. */
export function FilterChips() {
  const t = useTranslations('connections.list');
  const { search, ask, clear } = useConnectionSearch();
  const chosen = useChosen();
  const more = (
    <>
      <Icon name="list-filter" />
      {t('more')}
    </>
  );
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        className="w-full sm:w-72"
        label={t('search')}
        value={search.q}
        onSearch={(text) => ask({ q: text })}
      />
      <FilterChip label={t('app')} value={chosen.appId} onRemove={() => ask({ appId: [] })} near={FilterPanel.near}>
        <FilterPanel kind="appId" />
      </FilterChip>
      <FilterChip
        label={t('scope')}
        value={chosen.scope}
        onRemove={() => ask({ scope: null })}
        panelClassName="w-96"
        near={ScopePanel.near}
      >
        <ScopePanel />
      </FilterChip>
      <FilterChip
        label={t('owner')}
        value={chosen.ownerId}
        onRemove={() => ask({ ownerId: [] })}
        near={FilterPanel.near}
      >
        <FilterPanel kind="ownerId" />
      </FilterChip>
      <FilterChip label={t('tag')} value={chosen.tag} onRemove={() => ask({ tag: [] })} near={FilterPanel.near}>
        <FilterPanel kind="tag" />
      </FilterChip>
      {isNarrowed(search) && <MoreChips />}
      <Popover size="sm" trigger={more} panelClassName="w-72 p-3" near={MorePanel.near}>
        <MorePanel />
      </Popover>
      {isNarrowed(search) && (
        <Button variant="ghost" size="sm" icon={<Icon name="x" />} onClick={clear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** What the chips hold, in words: the one by its name, several by their number. */
function useChosen() {
  const t = useTranslations('connections.list');
  const api = useApi();
  const { appId, ownerId, tag, scope } = useConnectionSearch().search;
  const { areas } = useListWords();
  const [owner] = ownerId;
  const one = { staleTime: Infinity };
  const apps = useQuery({ ...appChoices(api), ...one, enabled: appId.length === 1 }).data?.rows;
  const members = useQuery({ ...memberChoices(api), ...one, enabled: ownerId.length === 1 && owner !== 'none' }).data
    ?.rows;
  const tags = useQuery({ ...tagChoices(api), ...one, enabled: tag.length === 1 }).data;
  const say = (ids: readonly string[], known: readonly { id: string; name: string }[] = []) => {
    if (ids.length === 0) return undefined;
    const name = ids.length === 1 && known.find(({ id }) => id === ids[0])?.name;
    return name || t('anyOf', { count: ids.length });
  };
  const named = areas.flatMap(({ scopes }) => scopes).find(({ id }) => id === scope);
  return {
    appId: say(appId, apps),
    ownerId: owner === 'none' && ownerId.length === 1 ? t('nobody') : say(ownerId, members),
    tag: say(tag, tags),
    scope: scope ? (named?.name ?? scope) : undefined,
  };
}
