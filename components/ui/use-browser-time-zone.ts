'use client';

import { useTimeZone } from 'next-intl';
import { useSyncExternalStore } from 'react';

const never = () => () => {};
const own = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** This browser's time zone; while the page wakes up, the one the server rendered with. */
export function useBrowserTimeZone(): string {
  const server = useTimeZone() ?? 'UTC';
  return useSyncExternalStore(never, own, () => server);
}
