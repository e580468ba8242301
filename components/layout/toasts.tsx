'use client';

import { useEffect } from 'react';
import { Toaster } from 'sonner';
import { useTheme } from '@/components/layout/use-theme';
import { saying } from '@/components/ui/say';
// The page's policy refuses the style element that sonner brings itself: styles are files.
import 'sonner/dist/styles.css';

export function Toasts() {
  useTheme();
  useEffect(() => saying.listen(), []);
  return (
    <Toaster
      theme={document.documentElement.classList.contains('dark') ? 'dark' : 'light'}
      position="bottom-right"
      toastOptions={{
        className: 'border-line! bg-panel! font-sans! text-sm! text-ink! shadow-lift! rounded-xl!',
      }}
    />
  );
}
