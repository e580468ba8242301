'use client';

import { type ConnectionSearch, connectionSearch } from '@/lib/connection-search';
import { useAddress } from '@/lib/use-address';

const { sort: _, ...questions } = connectionSearch;
const nothing = Object.fromEntries(Object.keys(questions).map((name) => [name, null]));

/** What the list is asked for, kept in the address. */
export function useConnectionSearch() {
  const [search, say] = useAddress(connectionSearch, 'push');
  return {
    search,
    /** Typing leaves no trail in the browser's history. */
    ask: (question: Partial<ConnectionSearch>) => say(question, 'q' in question ? 'replace' : 'push'),
    clear: () => say(nothing),
  };
}
