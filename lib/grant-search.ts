import { grantColumns } from '@/contract/advertiser-words';
import type { GrantFilter } from '@/contract/grants';
import { flag, oneOf, type Said, text } from './address';

const sorts: GrantFilter['sort'][] = grantColumns.flatMap((column) => [column, `-${column}` as const]);

/** What is shown of the advertisers of a connection, as its address says it. */
export const grantSearch = {
  q: text,
  newToTeam: flag(false),
  sort: oneOf(sorts, 'name'),
};
export type GrantSearch = Said<typeof grantSearch>;

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** The input of `connections.advertisers`, but for which connection and where to begin. */
export function grantInput({ q, newToTeam, sort }: GrantSearch) {
  const words = q.trim().slice(0, 200).replace(unkept, '');
  return { sort, ...(newToTeam && { newToTeam: 'true' }), ...(words && { q: words }) };
}
