import type { ComponentProps } from 'react';
import { controlStyle } from '@/components/ui/control-style';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

/** The browser's own list: right on phones, by keyboard and for screen readers. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative inline-flex base:w-full', className)}>
      <select className={cn(controlStyle, 'h-8 appearance-none truncate pr-8')} {...rest}>
        {children}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute top-2 right-2.5 size-4 text-mute" />
    </span>
  );
}
