'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { place } from '@/lib/address';
import { useAddress } from '@/lib/use-address';

const restMs = 300;
const leavingMs = 5000;

/** The first row in sight, as the address keeps it: reloading, and coming back, begin there. */
export function usePlace() {
  const [{ at }, say] = useAddress(place);
  const [beginning] = useState(at);
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
        if (now !== kept.current) say({ at: now });
        kept.current = now;
      }, restMs);
    },
    [say],
  );
  return { beginning, keepPlace };
}
