'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { later } from '@/components/ui/later';
import { cn } from '@/lib/cn';

const Palette = later(async () => (await import('./palette')).Palette);

/** Opens the palette, as ⌘K or Ctrl K does everywhere. Nothing of it is loaded before. */
export function PaletteButton() {
  const t = useTranslations('shell.palette');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen(true);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Meta+K Control+K"
        aria-label={t('open')}
        onClick={() => setOpen(true)}
        {...Palette.near}
        className={cn(buttonStyle({ size: 'md' }), 'text-mute max-lg:w-8 max-lg:px-0 lg:w-64 lg:justify-start')}
      >
        <Icon name="search" />
        <span className="flex-1 truncate text-start max-lg:hidden">{t('open')}</span>
        <kbd className="rounded border px-1 font-sans text-xs max-lg:hidden">⌘K</kbd>
      </button>
      {open && <Palette onClose={() => setOpen(false)} />}
    </>
  );
}
