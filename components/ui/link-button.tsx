import { Link } from '@/components/ui/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonStyle, buttonStyle } from '@/components/ui/button-style';
import { cn } from '@/lib/cn';

type LinkButtonProps = ComponentProps<typeof Link> & ButtonStyle & { icon?: ReactNode };

/** Looks like a button, goes somewhere. */
export function LinkButton({ variant, size, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link className={cn(buttonStyle({ variant, size }), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
