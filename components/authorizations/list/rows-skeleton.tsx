import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';

const lines = [1, 2, 3, 4, 5, 6];

export function RowsSkeleton() {
  return (
    <Loading className="grid gap-6 rounded-xl border bg-panel p-4">
      {lines.map((line) => (
        <span key={line} className="flex gap-6">
          <Skeleton className="w-32" />
          <Skeleton className="w-48" />
          <Skeleton className="w-28 max-md:hidden" />
        </span>
      ))}
    </Loading>
  );
}
