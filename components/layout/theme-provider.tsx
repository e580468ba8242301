'use client';

import { ThemeProvider as NextThemes } from 'next-themes';
import type { ReactNode } from 'react';

/** Sets the class on <html> before the first paint; its one inline script carries the page's nonce. */
export function ThemeProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  return (
    <NextThemes attribute="class" nonce={nonce} disableTransitionOnChange>
      {children}
    </NextThemes>
  );
}
