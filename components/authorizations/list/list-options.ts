import type { Api } from '@/lib/api-utils';
import { type Filter, statusInput } from './filters';

const refetchMs = 10_000;

/** The list under a filter, page after page; asked again while something on it moves by itself. */
export function listOptions(api: Api, filter: Filter) {
  return api.authorizations.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...statusInput(filter), ...(cursor && { cursor }), limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: ({ state }) => {
      const rows = state.data?.pages[0]?.rows ?? [];
      return rows.some(({ status }) => status === 'pending' || status === 'claimed') ? refetchMs : false;
    },
  });
}

/** What waits for a member's decision, newest first. */
export function decidingOptions(api: Api) {
  return api.authorizations.list.queryOptions({
    input: { ...statusInput('deciding'), limit: 20 },
    refetchInterval: refetchMs,
  });
}
