'use client';

import { useEffect, useState } from 'react';

/**
 * The token behind the `#` of this page's address, which no server is told; it is taken out of the address and the
 * history at once, and kept in memory only. Undefined before it is read, null where there is none.
 */
export function useToken(): string | null | undefined {
  const [token, setToken] = useState<string | null>();

  useEffect(() => {
    const take = () => {
      const found = window.location.hash.slice(1);
      if (found) window.history.replaceState(window.history.state, '', window.location.pathname);
      setToken((known) => found || (known ?? null));
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);

  return token;
}
