'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { type Choice, ChoiceList } from '@/components/ui/choice-list';
import { scopeTree, type ScopeNode } from '@/contract/scope-tree';

/** Every permission that TikTok knows, in its three levels. A search in either language, or for an id, finds it. */
export function ScopePanel() {
  const t = useTranslations('connections.list');
  const locale = useLocale();
  const { search, ask } = useConnectionSearch();
  return (
    <ChoiceList
      label={t('scope')}
      choices={scopeTree([]).nodes.flatMap((node) => choicesOf(node, locale))}
      chosen={search.scope ? [search.scope] : []}
      single
      onChange={([scope = null]) => ask({ scope })}
    />
  );
}

/** The names above count as said of it: who looks for an area finds all that is in it. */
function choicesOf(node: ScopeNode, locale: 'en' | 'ja', depth = 0, above = ''): Choice[] {
  const { id, en, ja, children } = node;
  const also = `${above} ${en} ${ja} ${id}`;
  const below = children.flatMap((child) => choicesOf(child, locale, depth + 1, also));
  return [{ value: id, label: node[locale], hint: id, depth, also }, ...below];
}
