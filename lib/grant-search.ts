import { createLoader, type inferParserType, parseAsInteger, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { grantColumns } from '@/contract/advertiser-words';
import type { GrantFilter } from '@/contract/grants';

const sorts: GrantFilter['sort'][] = grantColumns.flatMap((column) => [column, `-${column}` as const]);

/** What is shown of the advertisers of a connection, as its address says it. */
export const grantSearch = {
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(sorts).withDefault('name'),
};
export type GrantSearch = inferParserType<typeof grantSearch>;

/** With `at`, the row that the table begins at. */
export const loadGrantSearch = createLoader({ ...grantSearch, at: parseAsInteger.withDefault(0) });

/** What PostgreSQL cannot keep, so the API does not take it. */
const unkept = /[\0\p{Surrogate}]/gu;

/** The input of `connections.advertisers`, but for which connection and where to begin. */
export function grantInput({ q, sort }: GrantSearch) {
  const text = q.trim().slice(0, 200).replace(unkept, '');
  return { sort, ...(text && { q: text }) };
}
