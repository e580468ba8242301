'use client';

import { useNow } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The time, moving every `interval` milliseconds. The first paint uses the server's time, so that both sides render the
 * same text; all clocks of a page tick together.
 */
export function useClock(interval: number): number {
  const first = useNow().getTime();
  const subscribe = useCallback(
    (tick: () => void) => {
      const timer = setInterval(tick, interval);
      return () => clearInterval(timer);
    },
    [interval],
  );
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(Date.now() / interval) * interval,
    () => first,
  );
}
