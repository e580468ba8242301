'use client';

import { useEffect, useState } from 'react';

const shownMs = 30_000;

/**
 * A secret on screen: gone after half a minute, and at once when nobody may be looking (another window, another tab,
 * another page). It is kept here and nowhere else.
 */
export function useRevealed() {
  const [revealed, setRevealed] = useState<{ secret: string; until: number }>();
  const hide = () => setRevealed(undefined);
  const show = (secret: string) => setRevealed({ secret, until: Date.now() + shownMs });

  useEffect(() => {
    if (!revealed) return;
    const timer = setTimeout(hide, revealed.until - Date.now());
    const onVisibility = () => document.visibilityState === 'hidden' && hide();
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [revealed]);

  return { revealed, show, hide };
}
