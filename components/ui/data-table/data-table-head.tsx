'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { PlacedColumn } from '@/components/ui/data-table/column';
import { directionOf, nextSort } from '@/components/ui/data-table/next-sort';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

type DataTableHeadProps<Row> = {
  ref: Ref<HTMLDivElement>;
  columns: readonly PlacedColumn<Row>[];
  sort?: string;
  onSort?: (sort: string) => void;
  selecting?: Selecting;
  total: number;
};

export function DataTableHead<Row>({ ref, columns, sort = '', onSort, selecting, total }: DataTableHeadProps<Row>) {
  const t = useTranslations('ui.table');
  return (
    <div ref={ref} role="rowgroup" className="sticky top-0 z-1 max-md:hidden">
      <div role="row" aria-rowindex={1} className="flex h-9 items-center border-b bg-panel text-mute">
        {selecting && (
          <div role="columnheader" className="shrink-0 ps-3">
            <Checkbox
              label={t('selectAll', { count: total })}
              hideLabel
              className="-m-2 p-2"
              checked={selecting.count > 0 && selecting.count === total}
              indeterminate={selecting.count > 0 && selecting.count < total}
              onChange={() => (selecting.count > 0 ? selecting.clear() : selecting.setAll())}
            />
          </div>
        )}
        {columns.map((column) => (
          <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </div>
    </div>
  );
}

type HeadingProps<Row> = { column: PlacedColumn<Row>; sort: string; onSort?: (sort: string) => void };

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const { id, title, quiet, className } = column;
  const direction = directionOf(sort, id);
  const arrow = direction === 'ascending' ? 'arrow-up' : 'arrow-down';
  return (
    <div role="columnheader" aria-sort={direction} className={cn('truncate font-medium', className)}>
      {column.sort && onSort ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(sort, id, column.sort))}
          className="inline-flex max-w-full items-center gap-1 rounded -outline-offset-2 hover:text-ink"
        >
          <span className="truncate">{title}</span>
          <Icon name={arrow} className={cn('size-3.5', !direction && 'hidden')} />
        </button>
      ) : (
        <span className={quiet ? 'sr-only' : undefined}>{title}</span>
      )}
    </div>
  );
}
