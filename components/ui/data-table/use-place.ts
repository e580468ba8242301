'use client';

import { parseAsInteger, useQueryState } from 'nuqs';
import { useCallback, useEffect, useRef, useState } from 'react';

const restMs = 300;
const leavingMs = 5000;

/** The first row in sight, as the address keeps it: reloading, and coming back, begin there. */
export function usePlace() {
  const [place, setPlace] = useQueryState('at', parseAsInteger.withDefault(0).withOptions({ history: 'replace' }));
  const [beginning] = useState(Math.max(0, place));
  const kept = useRef(beginning);
  const timer = useRef<number>(undefined);
  const leaving = useRef(0);

  useEffect(() => {
    // An address that changes while the next page is on its way would call that page off.
    const leave = (event: Event) => {
      const opens =
        event instanceof KeyboardEvent ? event.key === 'Enter' : (event.target as Element).closest('a[href]');
      if (!opens) return;
      leaving.current = Date.now();
      clearTimeout(timer.current);
    };
    const options = { capture: true };
    document.addEventListener('click', leave, options);
    document.addEventListener('keydown', leave, options);
    return () => {
      clearTimeout(timer.current);
      document.removeEventListener('click', leave, options);
      document.removeEventListener('keydown', leave, options);
    };
  }, []);

  const keepPlace = useCallback(
    (index: () => number) => {
      clearTimeout(timer.current);
      if (Date.now() < leaving.current + leavingMs) return;
      timer.current = window.setTimeout(() => {
        const now = index();
        if (now !== kept.current) void setPlace(now || null);
        kept.current = now;
      }, restMs);
    },
    [setPlace],
  );
  return { beginning, keepPlace };
}
