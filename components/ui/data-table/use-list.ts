'use client';

import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { type AskList, listPage } from '@/lib/list-pages';

/** A list's first page: its total, and what went wrong. While another question is being answered, the last answer stays. */
export function useList<Row>(ask: AskList<Row>) {
  const options = listPage(ask, 0);
  const { data, error, isPlaceholderData, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  return { ask, question: hashKey(options.queryKey), first: data, stale: isPlaceholderData, error, refetch };
}

export type List<Row> = ReturnType<typeof useList<Row>>;
