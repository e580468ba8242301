'use client';

import { type AdvertiserSearch, advertiserSearch } from '@/lib/advertiser-search';
import { useAddress } from '@/lib/use-address';

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
  const [search, say] = useAddress(advertiserSearch, 'push');
  return {
    search,
    ask: (question: Partial<AdvertiserSearch>) => say(question, 'q' in question ? 'replace' : 'push'),
    clear: () => say(nothing),
  };
}
