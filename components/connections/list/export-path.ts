import type { Selection } from '@/components/ui/data-table/use-selection';
import { type ConnectionSearch, filterInput, listInput } from '@/lib/connection-search';

/** As many ids as an address of the API takes. */
const mostIds = 200;

/** The address of the CSV of everything that matches; the browser fetches it as a file. */
export function exportPath(team: string, search: ConnectionSearch, ids: readonly string[] = []): string {
  const one =
    ids.length > 0
      ? { ids: ids.join(','), sort: search.sort, ...(search.archived && { archived: 'true' }) }
      : listInput(search);
  return `/api/v1/connections.csv?${new URLSearchParams({ team, ...one })}`;
}

/** Whether a file can be made of just these: of all that match, or of some that fit into an address. */
export const canExport = ({ all, ids }: Selection): boolean => (all ? ids.size === 0 : ids.size <= mostIds);

/** What is selected, as the API takes it. */
export function selectionInput({ all, ids }: Selection, { sort: _, ...question }: ConnectionSearch) {
  return all ? { filter: filterInput(question), except: [...ids] } : { ids: [...ids] };
}
