import { memo } from 'react';
import { AdvertiserName, OnlyThis } from '@/components/connections/advertisers/advertiser-cells';
import { AdvertiserStatus } from '@/components/connections/advertisers/advertiser-status';
import { Skeleton } from '@/components/ui/skeleton';
import type { Connection, Grant } from '@/contract/connections';
import { cn } from '@/lib/cn';

export const advertiserColumns =
  'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-3 md:grid-cols-[minmax(0,1fr)_6rem_4rem_10rem_8.5rem]';

type AdvertiserRowProps = { index: number; start: number; grant: Grant | undefined; connection: Connection };

/** One row at its place; a shape of it while it is on its way. */
export const AdvertiserRow = memo(function AdvertiserRow({ index, start, grant, connection }: AdvertiserRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={cn(advertiserColumns, 'absolute inset-x-0 top-0 h-13 border-b hover:bg-hover')}
      style={{ transform: `translateY(${start}px)` }}
    >
      {grant ? <Cells grant={grant} connection={connection} /> : <Waiting />}
    </div>
  );
});

function Cells({ grant, connection }: { grant: Grant; connection: Connection }) {
  return (
    <>
      <div role="cell" className="min-w-0">
        <AdvertiserName grant={grant} />
      </div>
      <div role="cell" className="max-md:text-end">
        <AdvertiserStatus status={grant.status} />
        <span className="block md:hidden">
          <OnlyThis grant={grant} connection={connection} />
        </span>
      </div>
      <div role="cell" className="max-md:hidden">
        {grant.currency}
      </div>
      <div role="cell" className="truncate text-mute max-md:hidden">
        {grant.timezone}
      </div>
      <div role="cell" className="max-md:hidden">
        <OnlyThis grant={grant} connection={connection} />
      </div>
    </>
  );
}

const Waiting = () => (
  <div role="cell" className="grid gap-1.5">
    <Skeleton className="w-40" />
    <Skeleton className="h-3 w-32" />
  </div>
);
