'use client';

import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style';
import { hang } from '@/components/ui/hang';
import type { Near } from '@/components/ui/later';
import { cn } from '@/lib/cn';

type PopoverProps = ButtonStyle & {
  /** What the button shows; without words in it, give a `label`, which is also its hint. */
  trigger: ReactNode;
  label?: string;
  align?: 'start' | 'end';
  className?: string;
  panelClassName?: string;
  /** Of a panel that comes later. */
  near?: Near;
  children: ReactNode;
};

/** A button and the panel of controls that hangs on it. The panel's content exists only while it is open. */
export function Popover({ trigger, label, align = 'start', variant, size, className, ...rest }: PopoverProps) {
  const { panelClassName, near, children } = rest;
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
      <button
        ref={button}
        id={`${id}-button`}
        type="button"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={label}
        title={label}
        className={cn(buttonStyle({ variant, size }), className)}
        {...near}
      >
        {trigger}
      </button>
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
