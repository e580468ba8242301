'use client';

import { useSyncExternalStore } from 'react';
import { later } from '@/components/ui/later';
import { saying } from '@/components/ui/say';

const Toasts = later(async () => (await import('@/components/layout/toasts')).Toasts);

/** Where `say` is heard. Its code is fetched with the first word. */
export function Toaster() {
  const wanted = useSyncExternalStore(saying.subscribe, saying.isWanted, saying.onServer);
  return wanted && <Toasts />;
}
