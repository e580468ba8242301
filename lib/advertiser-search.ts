import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { advertiserColumns, reaches } from '@/contract/advertiser-words';
import type { AdvertiserFilter } from '@/contract/advertisers';

type Sort = AdvertiserFilter['sort'];

const sorts: Sort[] = advertiserColumns.flatMap((column) => [column, `-${column}` as const]);
const parseAsId = createParser({
  parse: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? text : null),
  serialize: String,
});
const parseAsCode = createParser({ parse: (text) => (/^[\w-]{1,64}$/.test(text) ? text : null), serialize: String });

/** What the list shows, as its address says it. Anything else in an address counts as not said. */
export const advertiserSearch = {
  q: parseAsString.withDefault(''),
  reach: parseAsArrayOf(parseAsStringLiteral(reaches)).withDefault([]),
  status: parseAsCode,
  country: parseAsCode,
  currency: parseAsCode,
  appId: parseAsId,
  connectionId: parseAsId,
  sort: parseAsStringLiteral(sorts).withDefault('name'),
};
export type AdvertiserSearch = inferParserType<typeof advertiserSearch>;

export const loadAdvertiserSearch = createLoader(advertiserSearch);

/** The input of `advertisers.reach`. */
export function reachInput({
  q,
  status,
  country,
  currency,
  appId,
  connectionId,
}: Omit<AdvertiserSearch, 'reach' | 'sort'>) {
  const text = q.trim().slice(0, 200);
  return {
    ...(text && { q: text }),
    ...(status && { status }),
    ...(country && { country }),
    ...(currency && { currency }),
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
