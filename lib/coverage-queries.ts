import { coverageColumns, coverages } from '@/contract/advertiser-words';
import type { CoverageFilter, CoverageRow } from '@/contract/coverage';
import { listOf, oneOf, type Said, text } from './address';
import type { Api } from './api-utils';
import type { AskList } from './list-pages';

type Sort = CoverageFilter['sort'];
const sorts: Sort[] = coverageColumns.flatMap((column) => [column, `-${column}` as const]);

/** What the rows of a list show, as the address says it. */
export const coverageSearch = {
  q: text,
  coverage: listOf(oneOf(coverages, null)),
  sort: oneOf(sorts, 'coverage'),
};
export type CoverageSearch = Said<typeof coverageSearch>;

function coverageInput({ q, coverage, sort }: CoverageSearch) {
  const [words, named] = [q.trim().slice(0, 200), coverage.join(',')];
  return { ...(words && { q: words }), ...(named && { coverage: named }), sort };
}

export const coverageLists = (api: Api) => api.coverage.list.queryOptions({ input: { limit: 200 } });

export const coverageReport = (api: Api, id: string) => api.coverage.get.queryOptions({ input: { id } });

export const coverageRows = (api: Api, id: string, search: CoverageSearch): AskList<CoverageRow> => {
  const input = { id, ...coverageInput(search) };
  return (where) => api.coverage.rows.queryOptions({ input: { ...input, ...where } });
};

/** Where a file of the rows that match is; a link cannot send which team asks. */
export function coverageFile(team: string, id: string, search: CoverageSearch): string {
  return `/api/v1/coverage/${id}/rows.csv?${new URLSearchParams({ team, ...coverageInput(search) }).toString()}`;
}
