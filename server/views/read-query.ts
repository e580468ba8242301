import 'server-only';
import { viewFilters, type ViewFilter, type ViewNoun } from '@/contract/views';
import { AppError } from '@/server/errors';

/** The filter that a view's query is, by what the list takes today; null if it is none. */
export function readQuery<Noun extends ViewNoun>(noun: Noun, query: string): ViewFilter<Noun> | null {
  const pairs = [...new URLSearchParams(query)];
  const given = Object.fromEntries(pairs);
  if (Object.keys(given).length < pairs.length) return null;
  const { success, data } = viewFilters[noun].safeParse(given);
  return success ? (data as ViewFilter<Noun>) : null;
}

/** The query as it is kept. @throws AppError invalid_input where the list would not take it. */
export function demandQuery(noun: ViewNoun, query: string): string {
  if (readQuery(noun, query)) return new URLSearchParams(query).toString();
  throw new AppError('invalid_input', `This is no filter of the list of ${noun}.`, {
    data: { reason: 'no_filter', field: 'query' },
  });
}
