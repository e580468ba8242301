import { Link } from '@/components/ui/link';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';

/** A link inside text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        'font-medium text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent',
        className,
      )}
      {...rest}
    />
  );
}
