import { appColumns, environments, rateTiers, reviewStatuses } from '@/contract/app-words';
import type { AppFilter } from '@/contract/apps';
import { listOf, oneOf, type Said, text } from './address';

type Sort = AppFilter['sort'];

const sorts: Sort[] = appColumns.flatMap((column) => [column, `-${column}` as const]);

/** What the list shows, as its address says it. Anything else in an address counts as not said. */
export const appSearch = {
  q: text,
  environment: oneOf(environments, null),
  tier: listOf(oneOf(rateTiers, null)),
  reviewStatus: listOf(oneOf(reviewStatuses, null)),
  sort: oneOf(sorts, 'name'),
};
export type AppSearch = Said<typeof appSearch>;

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** The input of `apps.list` and `apps.export`. */
export function appInput({ q, environment, tier, reviewStatus, sort }: AppSearch) {
  const words = q.trim().slice(0, 200).replace(unkept, '');
  return {
    ...(words && { q: words }),
    ...(environment && { environment }),
    ...(tier.length > 0 && { tier: tier.join(',') }),
    ...(reviewStatus.length > 0 && { reviewStatus: reviewStatus.join(',') }),
    sort,
  };
}

/** Whether apps may be missing because of what was asked for. */
export const isNarrowed = (search: AppSearch): boolean => Object.keys(appInput(search)).length > 1;
