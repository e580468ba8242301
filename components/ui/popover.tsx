'use client';

import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { hang } from '@/components/ui/hang';
import { type Hanging, HangingButton } from '@/components/ui/hanging-button';
import type { Near } from '@/components/ui/later';
import { cn } from '@/lib/cn';

type PopoverProps = Hanging & {
  align?: 'start' | 'end';
  panelClassName?: string;
  /** Of a panel that comes later. */
  near?: Near;
  children: ReactNode;
};

/** A button and the panel of controls that hangs on it. The panel's content exists only while it is open. */
export function Popover({ align = 'start', panelClassName, near, children, ...hanging }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function onToggle(event: ToggleEvent) {
    if (event.target !== panel.current) return;
    setOpen(event.newState === 'open');
    if (event.newState === 'open' && panel.current && button.current) hang(panel.current, button.current);
  }

  return (
    <>
      <HangingButton ref={button} id={id} aria-haspopup="dialog" aria-expanded={open} {...near} {...hanging} />
      <div
        ref={panel}
        id={id}
        role="dialog"
        popover="auto"
        aria-labelledby={`${id}-button`}
        data-align={align}
        onToggle={onToggle}
        className={cn(
          'hanging max-h-[min(28rem,80dvh)] base:w-64 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-line bg-panel base:p-1 text-sm text-ink shadow-lift',
          panelClassName,
        )}
      >
        {open && children}
      </div>
    </>
  );
}
