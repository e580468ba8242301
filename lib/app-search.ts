import { createLoader, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { appColumns, environments, rateTiers, reviewStatuses } from '@/contract/app-words';
import type { AppFilter } from '@/contract/apps';

type Sort = AppFilter['sort'];

const sorts: Sort[] = appColumns.flatMap((column) => [column, `-${column}` as const]);

/** What the list shows, as its address says it. Anything else in an address counts as not said. */
export const appSearch = {
  q: parseAsString.withDefault(''),
  environment: parseAsStringLiteral(environments),
  tier: parseAsArrayOf(parseAsStringLiteral(rateTiers)).withDefault([]),
  reviewStatus: parseAsArrayOf(parseAsStringLiteral(reviewStatuses)).withDefault([]),
  sort: parseAsStringLiteral(sorts).withDefault('name'),
};
export type AppSearch = inferParserType<typeof appSearch>;

export const loadAppSearch = createLoader(appSearch);

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** The input of `apps.list` and `apps.export`. */
export function appInput({ q, environment, tier, reviewStatus, sort }: AppSearch) {
  const text = q.trim().slice(0, 200).replace(unkept, '');
  return {
    ...(text && { q: text }),
    ...(environment && { environment }),
    ...(tier.length > 0 && { tier: tier.join(',') }),
    ...(reviewStatus.length > 0 && { reviewStatus: reviewStatus.join(',') }),
    sort,
  };
}

/** Whether apps may be missing because of what was asked for. */
export const isNarrowed = (search: AppSearch): boolean => Object.keys(appInput(search)).length > 1;
