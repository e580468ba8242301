'use client';

import { useQueryState, useQueryStates } from 'nuqs';
import { auditSearch, type AuditSearch, parseAsSequence } from '@/lib/audit-search';

const nothing = Object.fromEntries(Object.keys(auditSearch).map((name) => [name, null])) as Record<
  keyof AuditSearch,
  null
>;

/** What is asked of the audit, kept in the address, and the ways to ask for something else. */
export function useAuditSearch() {
  const [search, setSearch] = useQueryStates(auditSearch, { history: 'push' });
  return {
    search,
    ask: (part: Partial<{ [Name in keyof AuditSearch]: AuditSearch[Name] | null }>) => void setSearch(part),
    clear: () => void setSearch({ ...nothing, sort: search.sort }),
  };
}

/** The event whose details are open. */
export const useOpenEvent = () => useQueryState('event', parseAsSequence.withOptions({ history: 'push' }));
