'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { hang } from '@/components/ui/hang';

type TooltipProps = { label: ReactNode; children: ReactNode; className?: string };

/**
 * Text beside what is pointed at or focused; Escape puts it away. It repeats or adds, it never holds the only copy of
 * what someone must know: touch screens do not show it.
 */
export function Tooltip({ label, children, className = 'inline-flex' }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const hide = () => tip.current?.matches(':popover-open') && tip.current.hidePopover();
  const show = () => {
    if (!tip.current || !anchor.current || tip.current.matches(':popover-open')) return;
    tip.current.showPopover({ source: anchor.current });
    hang(tip.current, anchor.current);
  };
  const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && hide();

  return (
    <span
      ref={anchor}
      className={className}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
      onPointerLeave={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onClick={hide}
      onKeyDown={onKeyDown}
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        data-align="center"
        className="hanging max-w-72 rounded-md bg-ink px-2 py-1 text-xs font-normal whitespace-normal text-paper"
      >
        {label}
      </span>
    </span>
  );
}
