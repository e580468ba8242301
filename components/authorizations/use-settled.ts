'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Authorization } from '@/contract/authorizations';
import { useApi } from '@/lib/api';

/** After an act: its answer shows at once, and whatever else may have changed by it is asked for again. */
export function useSettled() {
  const [api, queryClient] = [useApi(), useQueryClient()];
  return useCallback(
    async (authorization: Authorization) => {
      queryClient.setQueryData(api.authorizations.get.queryKey({ input: { id: authorization.id } }), authorization);
      await Promise.all(
        [api.authorizations.list.key(), api.connections.key()].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      );
    },
    [api, queryClient],
  );
}
