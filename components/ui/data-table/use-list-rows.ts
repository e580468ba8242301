'use client';

import { useQueries } from '@tanstack/react-query';
import type { List } from '@/components/ui/data-table/use-list';
import { useSettledValue } from '@/components/ui/data-table/use-settled-value';
import { listPage, pageRows } from '@/lib/list-pages';

const ahead = 30;
/** Milliseconds; a scrollbar that is dragged past a page does not fetch it. */
const restMs = 80;

/** The rows from `first` to `last`, page by page, as they come; undefined where one is on its way. */
export function useListRows<Row>(
  { ask, first: firstPage }: List<Row>,
  { first, last }: { first: number; last: number },
) {
  const total = firstPage?.total ?? 0;
  const end = Math.floor(Math.max(0, Math.min(last + ahead, total) - 1) / pageRows);
  const places: number[] = [];
  for (let place = Math.max(1, Math.floor(first / pageRows)); place <= end; place++) places.push(place);
  const wanted = places.join();
  const resting = useSettledValue(wanted, restMs) === wanted;
  const pages = useQueries({
    queries: places.map((place) => ({ ...listPage(ask, place), enabled: resting })),
  });
  const failed = pages.find(({ error }) => error);
  return {
    rowAt(index: number): Row | undefined {
      const place = Math.floor(index / pageRows);
      const page = place === 0 ? firstPage : pages[places.indexOf(place)]?.data;
      return page?.rows[index % pageRows];
    },
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
