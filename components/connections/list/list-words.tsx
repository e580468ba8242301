'use client';

import { createContext, type ReactNode, use } from 'react';
import type { ScopeArea } from '@/components/connections/list/scope-areas';

/** Wording that the page looks up for the list, so that the list need not carry where it comes from. */
export type ListWords = { areas: readonly ScopeArea[]; problems: readonly { key: string; headline: string }[] };

const Words = createContext<ListWords>({ areas: [], problems: [] });

export const ListWordsProvider = ({ words, children }: { words: ListWords; children: ReactNode }) => (
  <Words value={words}>{children}</Words>
);

export const useListWords = () => use(Words);
