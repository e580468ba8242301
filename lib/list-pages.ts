import type { QueryClient, QueryFunction, QueryFunctionContext, QueryKey } from '@tanstack/react-query';

/** Rows asked for at a time. */
export const pageRows = 100;

export type ListPage<Row> = { rows: Row[]; nextCursor: string | null; previousCursor: string | null; total: number };

type Where = { limit: number; cursor?: string; skip?: number };
type Options<Row> = { queryKey: QueryKey; queryFn: QueryFunction<ListPage<Row>> };

/** Query options of a list under one filter and order: `(where) => api.connections.list.queryOptions({ input: { …filter, …where } })`. */
export type AskList<Row> = (where: Where) => Options<Row>;

/**
 * Query options of the page at a place, the first being 0: by the cursor of a neighbour that is known, else by skipping
 * what comes before. The key names the place only, so that another way to the same page is no other page.
 */
export function listPage<Row>(ask: AskList<Row>, place: number) {
  const keyOf = (other: number): QueryKey => {
    const { queryKey } = ask({ limit: pageRows });
    return other === 0 ? queryKey : [...queryKey, { page: other }];
  };
  const queryFn = (context: QueryFunctionContext) => {
    const known = (other: number) => context.client.getQueryData<ListPage<Row>>(keyOf(other));
    const cursor = known(place - 1)?.nextCursor ?? known(place + 1)?.previousCursor;
    const where = cursor ? { cursor } : place > 0 && { skip: place * pageRows };
    return ask({ limit: pageRows, ...where }).queryFn(context);
  };
  return { queryKey: keyOf(place), queryFn };
}

/** Fills the cache with what a table shows that begins at this row, and with the first page, which knows the total. */
export async function warmList<Row>(client: QueryClient, ask: AskList<Row>, at: number): Promise<void> {
  const shown = at > 0 ? [Math.floor(at / pageRows), Math.floor((at + pageRows / 2) / pageRows)] : [];
  await Promise.all([...new Set([0, ...shown])].map((place) => client.query(listPage(ask, place))));
}
