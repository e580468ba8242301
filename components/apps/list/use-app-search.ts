'use client';

import { type AppSearch, appSearch } from '@/lib/app-search';
import { useAddress } from '@/lib/use-address';

const nothing = { q: null, environment: null, tier: null, reviewStatus: null };

/** What the list is asked for, kept in the address. Typing leaves no trail in the browser's history. */
export function useAppSearch() {
  const [search, say] = useAddress(appSearch, 'push');
  return {
    search,
    ask: (question: Partial<AppSearch>) => say(question, 'q' in question ? 'replace' : 'push'),
    clear: () => say(nothing),
  };
}
