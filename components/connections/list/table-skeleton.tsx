import { Loading } from '@/components/ui/loading';
import { Skeleton } from '@/components/ui/skeleton';

const rows = Array.from({ length: 12 }, (_, index) => index);

/** The shape of the table, and of the cards on a phone. */
export function TableSkeleton() {
  return (
    <Loading className="overflow-hidden rounded-xl border bg-panel">
      <div className="h-9 border-b max-md:hidden" />
      {rows.map((row) => (
        <div key={row} className="flex h-13 items-center gap-6 border-b px-3 last:border-b-0 max-md:h-27">
          <Skeleton className="h-5.5 w-36 rounded-md" />
          <span className="grid flex-1 gap-1.5">
            <Skeleton className="w-40 max-w-full" />
            <Skeleton className="h-3 w-24 max-w-full" />
          </span>
          <Skeleton className="w-24 max-lg:hidden" />
          <Skeleton className="w-12 max-md:hidden" />
          <Skeleton className="w-32 max-xl:hidden" />
          <Skeleton className="size-5.5 rounded-full max-xl:hidden" />
          <Skeleton className="w-20 max-lg:hidden" />
          <Skeleton className="h-7 w-20 rounded-lg" />
        </div>
      ))}
    </Loading>
  );
}
