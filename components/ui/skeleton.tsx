import { cn } from '@/lib/cn';

/** A grey shape the size of what comes; say "loading" once, around all of them. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('base:block base:h-4 animate-pulse base:rounded bg-neutral-ground', className)} />
);
