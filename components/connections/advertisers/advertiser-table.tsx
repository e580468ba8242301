'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { AdvertiserRow, advertiserColumns } from '@/components/connections/advertisers/advertiser-row';
import { rowAt } from '@/components/connections/advertisers/row-at';
import type { Connection, Grant } from '@/contract/connections';
import { cn } from '@/lib/cn';

const rowHeight = 52;
const ahead = 40;

type AdvertiserTableProps = {
  connection: Connection;
  pages: readonly { rows: readonly Grant[] }[];
  total: number;
  /** While the answer to a newer question is on its way. */
  stale: boolean;
  /** Fetches the next page; absent while there is none to fetch. */
  onWanted?: () => void;
};

/** All rows at once for the eye and for screen readers, a window of them in the page. It scrolls by keyboard. */
export function AdvertiserTable({ connection, pages, total, stale, onWanted }: AdvertiserTableProps) {
  const t = useTranslations('connections.advertisers');
  const region = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => region.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 800, height: 560 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const loaded = pages.reduce((sum, { rows }) => sum + rows.length, 0);
  useEffect(() => {
    if (last + ahead >= loaded) onWanted?.();
  }, [last, loaded, onWanted]);

  return (
    <div
      ref={region}
      tabIndex={0}
      role="region"
      aria-label={t('title')}
      aria-busy={stale}
      className={cn(frame, stale && 'opacity-60')}
    >
      <div role="table" aria-label={t('title')} aria-rowcount={total + 1}>
        <div role="rowgroup" className="sticky top-0 z-1 bg-panel">
          <div role="row" aria-rowindex={1} className={cn(advertiserColumns, 'h-9 border-b text-mute max-md:sr-only')}>
            {(['advertiser', 'status', 'currency', 'timezone', 'reach'] as const).map((column) => (
              <span key={column} role="columnheader" className="font-medium">
                {t(`column.${column}`)}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <AdvertiserRow
              key={index}
              index={index}
              start={start}
              grant={rowAt(pages, index)}
              connection={connection}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const frame = 'max-h-[max(22rem,calc(100dvh-21rem))] overflow-y-auto overscroll-contain rounded-xl border bg-panel';
