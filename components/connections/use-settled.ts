'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';

/** After an act: its answer shows at once, and whatever else may have changed by it is asked for again. */
export function useSettled() {
  const [api, queryClient] = [useApi(), useQueryClient()];
  return useCallback(
    async (connection: Connection) => {
      queryClient.setQueryData(api.connections.get.queryKey({ input: { id: connection.id } }), connection);
      await queryClient.invalidateQueries({ queryKey: api.connections.key() });
    },
    [api, queryClient],
  );
}
