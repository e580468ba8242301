'use client';

import { useQueryStates } from 'nuqs';
import { type AdvertiserSearch, advertiserSearch } from '@/lib/advertiser-search';

const nothing = {
  q: null,
  reach: null,
  status: null,
  country: null,
  currency: null,
  appId: null,
  connectionId: null,
};

/** What the list is asked for, kept in the address. Typing leaves no trail in the browser's history. */
export function useAdvertiserSearch() {
  const [search, setSearch] = useQueryStates(advertiserSearch, { history: 'push' });
  return {
    search,
    ask: (question: Partial<AdvertiserSearch>) =>
      void setSearch(question, { history: 'q' in question ? 'replace' : 'push' }),
    clear: () => void setSearch(nothing),
  };
}
