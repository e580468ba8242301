'use client';

import { useCallback } from 'react';
import type { Change } from '@/lib/address';
import { auditSearch, type AuditSearch, openEvent } from '@/lib/audit-search';
import { useAddress } from '@/lib/use-address';

const nothing = Object.fromEntries(Object.keys(auditSearch).map((name) => [name, null])) as Record<
  keyof AuditSearch,
  null
>;

/** What is asked of the audit, kept in the address, and the ways to ask for something else. */
export function useAuditSearch() {
  const [search, say] = useAddress(auditSearch, 'push');
  return {
    search,
    ask: (part: Change<typeof auditSearch>) => say(part),
    clear: () => say({ ...nothing, sort: search.sort }),
  };
}

/** The event whose details are open. */
export function useOpenEvent() {
  const [{ event }, say] = useAddress(openEvent, 'push');
  return [event, useCallback((sequence: string | null) => say({ event: sequence }), [say])] as const;
}
