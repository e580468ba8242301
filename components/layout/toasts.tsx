'use client';

import { useTheme } from 'next-themes';
import { useEffect } from 'react';
import { Toaster } from 'sonner';
import { saying } from '@/components/ui/say';
// The page's policy refuses the style element that sonner brings itself: styles are files.
import 'sonner/dist/styles.css';

export function Toasts() {
  const { resolvedTheme } = useTheme();
  useEffect(() => saying.listen(), []);
  return (
    <Toaster
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        className: 'border-line! bg-panel! font-sans! text-sm! text-ink! shadow-lift! rounded-xl!',
      }}
    />
  );
}
