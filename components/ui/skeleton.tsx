import { cn } from '@/lib/cn';

/** A grey shape the size of what comes; say "loading" once, around all of them. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cn('block h-4 animate-pulse rounded bg-neutral-ground', className)} />
);
