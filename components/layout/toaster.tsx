'use client';

import { useSyncExternalStore } from 'react';
import { later } from '@/components/ui/later';
import { saying } from '@/components/ui/say';

const Toast = later(async () => (await import('@/components/layout/toast')).Toast);

/** Where `say` is heard, by screen readers too; the latest word at the bottom. What shows it is fetched with the first. */
export function Toaster() {
  const words = useSyncExternalStore(saying.subscribe, saying.words, saying.words);
  return (
    <div
      aria-live="polite"
      className="fixed right-4 bottom-4 z-50 grid max-w-[calc(100vw-2rem)] justify-items-end gap-2"
    >
      {words.map((word) => (
        <Toast key={word.id} {...word} />
      ))}
    </div>
  );
}
