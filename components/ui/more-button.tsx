import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';

type MoreButtonProps = {
  found: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
  className?: string;
  children: ReactNode;
};

/** Goes on with a list, as long as there is more of it. */
export function MoreButton({ found, className, children }: MoreButtonProps) {
  if (!found.hasNextPage) return null;
  return (
    <Button
      className={cn('justify-self-start', className)}
      pending={found.isFetchingNextPage}
      onClick={() => void found.fetchNextPage()}
    >
      {children}
    </Button>
  );
}
