'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Change, changeQuery, type Parts, readAddress, type Said } from './address';

/** What was said last, until Next knows it too: its own news of an address comes late, and a second click must not undo the first. */
let ahead: { pathname: string; query: string } | undefined;
const listeners = new Set<() => void>();

function goAhead(next: typeof ahead) {
  ahead = next;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** State that lives in the address: these parts of it, and the way to say something else there. The page is not asked anew. */
export function useAddress<Known extends Parts>(parts: Known, usually: 'push' | 'replace' = 'replace') {
  const query = useQueryText();
  const mine = [...new URLSearchParams(query)].filter(([name]) => name in parts);
  const asked = new URLSearchParams(mine).toString();
  const said: Said<Known> = useMemo(() => readAddress(parts, new URLSearchParams(asked)), [parts, asked]);
  const say = useCallback(
    (change: Change<Known>, history = usually) => {
      const { pathname, search, hash } = window.location;
      const next = changeQuery(parts, search, change);
      if (plain(next) === plain(search)) return;
      window.history[`${history}State`](null, '', `${pathname}${next && '?'}${next}${hash}`);
      goAhead({ pathname, query: plain(next) });
    },
    [parts, usually],
  );
  return [said, say] as const;
}

function useQueryText(): string {
  const [pathname, settled] = [usePathname(), useSearchParams().toString()];
  const early = useSyncExternalStore(
    subscribe,
    () => ahead,
    () => undefined,
  );
  useEffect(() => {
    if (early && plain(window.location.search) === settled) goAhead(undefined);
  }, [early, settled]);
  return early?.pathname === pathname ? early.query : settled;
}

const plain = (query: string) => new URLSearchParams(query).toString();
