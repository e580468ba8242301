'use client';

import { lazy, Suspense, useSyncExternalStore } from 'react';
import { saying } from '@/components/ui/say';

const Toasts = lazy(async () => ({ default: (await import('@/components/layout/toasts')).Toasts }));

/** Where `say` is heard. Its code is fetched with the first word. */
export function Toaster() {
  const wanted = useSyncExternalStore(saying.subscribe, saying.isWanted, saying.onServer);
  return wanted ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
