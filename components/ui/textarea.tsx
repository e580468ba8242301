import type { ComponentProps } from 'react';
import { controlStyle } from '@/components/ui/control-style';
import { cn } from '@/lib/cn';

/** Three lines, growing with its text. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(controlStyle, 'field-sizing-content base:max-h-80 min-h-19 py-1.5 read-only:bg-sunken', className)}
      {...rest}
    />
  );
}
