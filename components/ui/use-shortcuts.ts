'use client';

import { useEffect } from 'react';

/** Single letters that act while nobody is writing and no dialog is open. */
export function useShortcuts(acts: Record<string, () => void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = acts[event.key.toLowerCase()];
      if (!act || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const inText = (event.target as Element).closest(
        'input:not([type=checkbox]), textarea, select, [contenteditable]',
      );
      if (inText || document.querySelector('dialog:modal, :popover-open')) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [acts]);
}
