import type { Grant } from '@/contract/grants';
import type { Api } from './api-utils';
import { grantInput, type GrantSearch } from './grant-search';
import type { AskList } from './list-pages';

const pollMs = 2000;
const mostPolls = 30;

/** A new connection is asked about again, for a minute, until TikTok has said whose it is and what it reaches. */
export const oneConnection = (api: Api, id: string) =>
  api.connections.get.queryOptions({
    input: { id },
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data && !data.inspected && dataUpdateCount < mostPolls ? pollMs : (false as const),
  });

/** Other connections of its TikTok user to its app. */
export const twinsOf = (api: Api, id: string) => api.connections.twins.queryOptions({ input: { id } });

/** The newest of its re-authorizations that wait for a decision. */
export const decidingFor = (api: Api, id: string) =>
  api.authorizations.list.queryOptions({
    input: { connectionId: id, status: ['comparing', 'quarantined'].join(','), limit: 1 },
  });

const firstPage = undefined as string | undefined;
const nextPage = ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined;

/** The advertisers it reaches, under one search and order, page by page. */
export const advertisersOf = (api: Api, id: string, search: GrantSearch): AskList<Grant> => {
  const input = { id, ...grantInput(search) };
  return (where) => api.connections.advertisers.queryOptions({ input: { ...input, ...where } });
};

/** The first few, for the overview. */
export const someAdvertisersOf = (api: Api, id: string) =>
  api.connections.advertisers.queryOptions({ input: { id, limit: 6 } });

/** Those that are new to the team: the first few, and how many. */
export const newAdvertisersOf = (api: Api, id: string) =>
  api.connections.advertisers.queryOptions({ input: { id, newToTeam: 'true', limit: 6 } });

export const eventsOf = (api: Api, id: string) =>
  api.connections.events.infiniteOptions({
    input: (cursor: typeof firstPage) => ({ id, ...(cursor && { cursor }) }),
    initialPageParam: firstPage,
    getNextPageParam: nextPage,
  });

/** The first of the advertisers that would be lost with it, and how many they are. */
export const lossesOf = (api: Api, id: string) => api.connections.losses.queryOptions({ input: { id, limit: 5 } });
