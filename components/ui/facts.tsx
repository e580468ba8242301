import type { ReactNode } from 'react';
import { cn } from '@/lib/cn';

/** Names and values in two columns, one on a phone. Children are Fact. */
export const Facts = ({ className, children }: { className?: string; children: ReactNode }) => (
  <dl className={cn('grid gap-x-4 gap-y-2.5 sm:grid-cols-[minmax(7rem,max-content)_1fr]', className)}>{children}</dl>
);

export const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-mute max-sm:-mb-2">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);
