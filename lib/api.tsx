'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, useState, type ReactNode } from 'react';
import { apiLink, clientOver } from './api-link';
import { apiOver, type Api, type ApiClient } from './api-utils';
import { createQueryClient } from './query-client';

/** The API as a browser reaches it, in the named team. It knows the routes only: the shapes stay on the server. */
export function createApiClient(team: string): ApiClient {
  return clientOver(apiLink(() => window.location.origin, { 'x-team': team })) as ApiClient;
}

const ApiContext = createContext<Api | null>(null);

/** A cache per team: what one team shows never appears in another. Give it `key={team}`. */
export function ApiProvider({ team, children }: { team: string; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [api] = useState(() => apiOver(createApiClient(team)));
  return (
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>{children}</ApiContext>
    </QueryClientProvider>
  );
}

/** Query and mutation options of every operation: `api.connections.list.queryOptions({ input })`. */
export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error('useApi needs an ApiProvider above it.');
  return api;
}
