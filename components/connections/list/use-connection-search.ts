'use client';

import { useQueryStates } from 'nuqs';
import { type ConnectionSearch, connectionSearch } from '@/lib/connection-search';

const { sort: _, ...questions } = connectionSearch;
const nothing = Object.fromEntries(Object.keys(questions).map((name) => [name, null]));

/** What the list is asked for, kept in the address. */
export function useConnectionSearch() {
  const [search, setSearch] = useQueryStates(connectionSearch, { history: 'push' });
  return {
    search,
    /** Typing leaves no trail in the browser's history. */
    ask: (question: Partial<ConnectionSearch>) =>
      void setSearch(question, { history: 'q' in question ? 'replace' : 'push' }),
    clear: () => void setSearch(nothing),
  };
}
