'use client';

import { useQuery } from '@tanstack/react-query';
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
  const start = Math.max(1, Math.floor(first / pageRows));
  const end = Math.floor(Math.max(0, Math.min(last + ahead, total) - 1) / pageRows);
  const wanted = `${start},${end}`;
  const resting = useSettledValue(wanted, restMs) === wanted;
  const page = (step: number) => ({
    ...listPage(ask, Math.min(start + step, end)),
    enabled: resting && start + step <= end,
  });
  // Four reach past the tallest window. Next to them the library's own hook for any number weighs 1 kB.
  const pages = [useQuery(page(0)), useQuery(page(1)), useQuery(page(2)), useQuery(page(3))];
  const failed = start <= end ? pages.find(({ error }) => error) : undefined;
  return {
    rowAt(index: number): Row | undefined {
      const place = Math.floor(index / pageRows);
      const page = place === 0 ? firstPage : place <= end ? pages[place - start]?.data : undefined;
      return page?.rows[index % pageRows];
    },
    error: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  };
}
