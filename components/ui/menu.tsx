'use client';

import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { hang } from '@/components/ui/hang';
import { type Hanging, HangingButton } from '@/components/ui/hanging-button';

type MenuProps = Hanging & { align?: 'start' | 'end'; children: ReactNode };

/** A button and the menu it opens. Children are MenuItem, MenuLink, MenuChoice, MenuHeading and MenuSeparator. */
export function Menu({ align = 'end', children, ...hanging }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  function onToggle({ newState }: ToggleEvent) {
    if (newState !== 'open' || !menu.current || !button.current) return;
    hang(menu.current, button.current);
    items(menu.current)[0]?.focus();
  }

  return (
    <>
      <HangingButton ref={button} id={id} aria-haspopup="menu" variant="ghost" {...hanging} />
      <div
        ref={menu}
        id={id}
        role="menu"
        popover="auto"
        aria-labelledby={`${id}-button`}
        data-align={align}
        onToggle={onToggle}
        onKeyDown={moveFocus}
        onClick={(event) => (event.target as Element).closest('[role^=menuitem]') && menu.current?.hidePopover()}
        className="hanging max-h-96 min-w-44 overflow-y-auto rounded-xl border border-line bg-panel p-1 text-sm text-ink shadow-lift"
      >
        {children}
      </div>
    </>
  );
}

const items = (menu: HTMLElement) => [
  ...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not([aria-disabled=true])'),
];

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const next = steps[event.key] ?? (event.key.length === 1 ? indexByLetter(all, at, event.key) : undefined);
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (next === undefined || event.key === ' ') return;
  event.preventDefault();
  all.at(next % all.length)?.focus();
}

function indexByLetter(all: HTMLElement[], at: number, letter: string): number | undefined {
  const starts = (item: HTMLElement) => item.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase());
  const found = [...all.slice(at + 1), ...all.slice(0, at + 1)].find(starts);
  return found && all.indexOf(found);
}
