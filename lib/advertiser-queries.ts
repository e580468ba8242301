import type { Advertiser } from '@/contract/advertisers';
import { type AdvertiserSearch, advertiserInput, reachInput } from './advertiser-search';
import type { Api } from './api-utils';
import type { AskList } from './list-pages';

/** The list under one filter and order, page by page; the page fills the same keys. */
export const advertiserList = (api: Api, search: AdvertiserSearch): AskList<Advertiser> => {
  const input = advertiserInput(search);
  return (where) => api.advertisers.list.queryOptions({ input: { ...input, ...where } });
};

export const advertiserReach = (api: Api, search: AdvertiserSearch) =>
  api.advertisers.reach.queryOptions({ input: reachInput(search) });

export const advertiserChoices = (api: Api) => api.advertisers.choices.queryOptions();

export const oneAdvertiser = (api: Api, advertiserId: string) =>
  api.advertisers.get.queryOptions({ input: { advertiserId } });

export const reachingOf = (api: Api, advertiserId: string) =>
  api.advertisers.connections.infiniteOptions({
    input: (cursor: string | undefined) => ({ advertiserId, ...(cursor && { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
  });

/** Where a file of everything that matches is; a link cannot send which team asks. */
export function advertisersFile(team: string, search: AdvertiserSearch): string {
  return `/api/v1/advertisers.csv?${new URLSearchParams({ team, ...advertiserInput(search) }).toString()}`;
}
