'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useApi } from '@/lib/api';
import { pollEvery } from './poll-every';

/** The authorization as it is now: asks again while it moves by itself and somebody looks. */
export function useAuthorization(id: string) {
  const api = useApi();
  const { data, isRefetchError } = useSuspenseQuery(
    api.authorizations.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (state.data ? pollEvery(state.data) : false),
    }),
  );
  return { authorization: data, outOfDate: isRefetchError };
}
