'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { View, ViewNoun } from '@/contract/views';
import { useApi } from '@/lib/api';
import { sameQuery } from '@/lib/view-query';
import { savedViews } from '@/lib/view-queries';

/** One's own view that was opened, and whose filter is another by now. A list that shows all is no view any more. */
export function useChangedView(noun: ViewNoun, query: string): View | undefined {
  const { data } = useQuery(savedViews(useApi()));
  const [openId, setOpenId] = useState<string>();
  const views = data?.rows.filter((view) => view.noun === noun) ?? [];
  const here = views.filter((view) => sameQuery(noun, view.query, query));
  const shown = here.find(({ mine }) => mine) ?? here[0];
  const now = shown?.id ?? (sameQuery(noun, '', query) ? undefined : openId);
  if (now !== openId) setOpenId(now);
  return shown ? undefined : views.find(({ id, mine }) => mine && id === now);
}
