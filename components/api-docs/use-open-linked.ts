'use client';

import { useEffect } from 'react';

/** Opens what the address points into, in browsers that do not do so themselves. */
export function useOpenLinked(): void {
  useEffect(() => {
    function open() {
      const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const details = linked?.closest('details');
      if (!details || details.open) return;
      details.open = true;
      linked?.scrollIntoView();
    }
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
}
