'use client';

import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark' | 'system';

/** The theme that was chosen; null while the page wakes up, as only the browser knows. See keepTheme for what follows from it. */
export const useTheme = (): Theme | null => useSyncExternalStore(onChange, chosenTheme, () => null);

export function chooseTheme(theme: Theme): void {
  localStorage.setItem('theme', theme);
  // Other tabs hear of it by themselves.
  dispatchEvent(new Event('storage'));
}

function onChange(listen: () => void) {
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}

function chosenTheme(): Theme {
  try {
    return (localStorage.getItem('theme') as Theme | null) ?? 'system';
  } catch {
    return 'system';
  }
}
