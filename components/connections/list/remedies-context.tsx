'use client';

import { createContext, type ReactNode, use } from 'react';
import type { Remedies } from '@/components/connections/list/use-remedies';

const Context = createContext<Remedies | null>(null);

export const RemediesProvider = ({ remedies, children }: { remedies: Remedies; children: ReactNode }) => (
  <Context value={remedies}>{children}</Context>
);

export function useRowRemedies(): Remedies {
  const remedies = use(Context);
  if (!remedies) throw new Error('useRowRemedies needs a RemediesProvider above it.');
  return remedies;
}
