import type { Api } from './api-utils';

const firstPage = undefined as string | undefined;

/** The people of the team by name, with how they sign in and what they own for those who may know. */
export const teamMembers = (api: Api, q: string) => {
  const text = q.trim().slice(0, 200);
  return api.members.list.infiniteOptions({
    input: (cursor: typeof firstPage) => ({
      details: 'true',
      limit: 100,
      ...(text && { q: text }),
      ...(cursor && { cursor }),
    }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
  });
};

export const openInvitations = (api: Api) => api.invitations.list.queryOptions();
