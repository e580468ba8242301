import type { ComponentProps, ReactNode } from 'react';
import { cn } from '@/lib/cn';
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style';
import { Spinner } from '@/components/ui/spinner';

export type ButtonProps = ComponentProps<'button'> & ButtonStyle & { icon?: ReactNode; pending?: boolean };

/** While `pending` it keeps its width and its focus, and takes no second press. */
export function Button({ variant, size, icon, pending, onClick, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={cn(buttonStyle({ variant, size }), className)}
      {...rest}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
