import type { ComponentProps, ReactNode } from 'react';
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style';
import { cn } from '@/lib/cn';

export type Hanging = ButtonStyle & {
  /** What the button shows; without words in it, give a `label`, which is also its hint. */
  trigger: ReactNode;
  label?: string;
  className?: string;
};

type HangingButtonProps = ComponentProps<'button'> & Hanging & { id: string };

/** The button on which hangs what has this id; it is named by `{id}-button`. */
export const HangingButton = ({ id, trigger, label, variant, size, className, ...rest }: HangingButtonProps) => (
  <button
    id={`${id}-button`}
    type="button"
    popoverTarget={id}
    aria-label={label}
    title={label}
    className={cn(buttonStyle({ variant, size }), className)}
    {...rest}
  >
    {trigger}
  </button>
);
