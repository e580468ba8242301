'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Connection } from '@/contract/connections';
import { useApi } from '@/lib/api';

/** When polling finds that TikTok has said what it reaches, what was asked of it before is old. */
export function useInspected({ inspected }: Pick<Connection, 'inspected'>): void {
  const [api, queryClient] = [useApi(), useQueryClient()];
  const known = useRef(inspected);
  useEffect(() => {
    if (known.current === inspected) return;
    known.current = inspected;
    void queryClient.invalidateQueries({ queryKey: api.connections.key() });
  }, [api, inspected, queryClient]);
}
