import { advertiserColumns, reaches } from '@/contract/advertiser-words';
import type { AdvertiserFilter } from '@/contract/advertisers';
import { id, listOf, matching, oneOf, type Said, text } from './address';

type Sort = AdvertiserFilter['sort'];

const sorts: Sort[] = advertiserColumns.flatMap((column) => [column, `-${column}` as const]);
const code = matching(/^[\w-]{1,64}$/);

/** What the list shows, as its address says it. Anything else in an address counts as not said. */
export const advertiserSearch = {
  q: text,
  reach: listOf(oneOf(reaches, null)),
  status: listOf(code),
  country: listOf(code),
  currency: listOf(code),
  appId: id,
  connectionId: id,
  sort: oneOf(sorts, 'name'),
};
export type AdvertiserSearch = Said<typeof advertiserSearch>;

/** The input of `advertisers.reach`. */
export function reachInput({
  q,
  status,
  country,
  currency,
  appId,
  connectionId,
}: Omit<AdvertiserSearch, 'reach' | 'sort'>) {
  const words = q.trim().slice(0, 200);
  return {
    ...(words && { q: words }),
    ...(status.length > 0 && { status: status.join(',') }),
    ...(country.length > 0 && { country: country.join(',') }),
    ...(currency.length > 0 && { currency: currency.join(',') }),
    ...(appId && { appId }),
    ...(connectionId && { connectionId }),
  };
}

/** The input of `advertisers.list` and `advertisers.export`. */
export function advertiserInput({ reach, sort, ...filter }: AdvertiserSearch) {
  const named = reach.join(',');
  return { ...reachInput(filter), ...(named && { reach: named }), sort };
}

/** Whether rows may be missing because of what was asked for. */
export const isNarrowed = (search: AdvertiserSearch): boolean =>
  search.reach.length > 0 || Object.keys(reachInput(search)).length > 0;
