import type { Api } from './api-utils';

const firstPage = undefined as string | undefined;

/** The newest first, those that no longer work among them. */
export const teamKeys = (api: Api) =>
  api.apiKeys.list.infiniteOptions({
    input: (cursor: typeof firstPage) => ({ limit: 100, ...(cursor && { cursor }) }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
  });
