'use client';

import { useQueryStates } from 'nuqs';
import { type AppSearch, appSearch } from '@/lib/app-search';

const nothing = { q: null, environment: null, tier: null, reviewStatus: null };

/** What the list is asked for, kept in the address. Typing leaves no trail in the browser's history. */
export function useAppSearch() {
  const [search, setSearch] = useQueryStates(appSearch, { history: 'push' });
  return {
    search,
    ask: (question: Partial<AppSearch>) => void setSearch(question, { history: 'q' in question ? 'replace' : 'push' }),
    clear: () => void setSearch(nothing),
  };
}
