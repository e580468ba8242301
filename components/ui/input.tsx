import type { ComponentProps } from 'react';
import { controlStyle } from '@/components/ui/control-style';
import { cn } from '@/lib/cn';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(controlStyle, 'h-8 read-only:bg-sunken', className)} {...rest} />;
}
