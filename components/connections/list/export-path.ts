import type { Selection } from '@/components/ui/data-table/use-selection';
import { mostPicked } from '@/contract/connection-words';
import { type ConnectionSearch, filterInput, listInput } from '@/lib/connection-search';

/** The address of the CSV of everything that matches; the browser fetches it as a file. */
export const exportPath = (team: string, search: ConnectionSearch): string =>
  `/api/v1/connections.csv?${new URLSearchParams({ team, ...listInput(search) })}`;

/** More were picked, or left out, one by one than an operation takes. */
export const isTooMany = ({ ids }: Selection): boolean => ids.size > mostPicked;

/** What is selected, as the API takes it. */
export function selectionInput({ all, ids }: Selection, { sort: _, ...question }: ConnectionSearch) {
  return all ? { filter: filterInput(question), except: [...ids] } : { ids: [...ids] };
}
