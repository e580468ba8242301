'use client';

import { useTranslations } from 'next-intl';
import { type CSSProperties, type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { type Column, placeColumns } from '@/components/ui/data-table/column';
import { DataTableHead } from '@/components/ui/data-table/data-table-head';
import { DataTableRow } from '@/components/ui/data-table/data-table-row';
import { useChoosing } from '@/components/ui/data-table/use-choosing';
import { useGridKeys } from '@/components/ui/data-table/use-grid-keys';
import type { List } from '@/components/ui/data-table/use-list';
import { useListRows } from '@/components/ui/data-table/use-list-rows';
import { usePlace } from '@/components/ui/data-table/use-place';
import { useRowWindow } from '@/components/ui/data-table/use-row-window';
import type { Selecting } from '@/components/ui/data-table/use-selection';
import { cn } from '@/lib/cn';
import type { TableLook } from '@/lib/table-look';

export type DataTableProps<Row> = {
  label: string;
  /** Hold them still between renders (useMemo): rows are drawn again when they change. */
  columns: readonly Column<Row>[];
  look: TableLook;
  list: List<Row>;
  rowId: (row: Row) => string;
  /** What a row is called, for those who do not see which checkbox is its. */
  rowLabel?: (row: Row) => string;
  /** Where Enter goes. */
  href?: (row: Row) => string;
  /** As the API takes it: a column's id, descending with a leading minus. */
  sort?: string;
  onSort?: (sort: string) => void;
  selecting?: Selecting;
  /** Tells that a page further down could not be fetched. */
  failure?: (error: Error, retry: () => void) => ReactNode;
  /** How high the card is that a row becomes on a phone. */
  cardHeight?: string;
};

/** All rows for the eye, the scrollbar and screen readers; a window of them in the page, fetched as it comes to them. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, look, list, rowId, href, sort, onSort, selecting, failure, cardHeight = '6.5rem' } = props;
  const t = useTranslations('ui.table');
  const id = useId();
  const total = list.first?.total ?? 0;
  const { beginning, keepPlace } = usePlace();
  const { region, head, body, drawn, reveal, inSight } = useRowWindow(total, beginning);
  const { rowAt, error, retry } = useListRows(list, drawn);
  const columns = useMemo(() => placeColumns(props.columns, look), [props.columns, look]);
  const { choose, onClick } = useChoosing({ list, rowAt, rowId }, selecting);
  const { question } = list;
  const keys = useGridKeys({ total, question, rowAt, rowId, href, selecting, choose, reveal, inSight });

  useEffect(() => keepPlace(() => inSight()?.first ?? 0), [drawn.first, inSight, keepPlace]);
  const answered = useRef(question);
  useEffect(() => {
    if (answered.current !== question) region.current?.scrollTo(0, 0);
    answered.current = question;
  }, [question, region]);

  const rows = Array.from({ length: drawn.last - drawn.first }, (_, at) => {
    const [index, row] = [drawn.first + at, rowAt(drawn.first + at)];
    return (
      <DataTableRow
        key={index}
        id={`${id}-${index}`}
        index={index}
        row={row}
        columns={columns}
        active={keys.active === index}
        chosen={selecting && (row ? selecting.has(rowId(row)) : selecting.selection.all)}
        label={row && props.rowLabel?.(row)}
      />
    );
  });
  return (
    <>
      {error && failure?.(error, retry)}
      <p id={`${id}-keys`} hidden>
        {t(selecting ? 'keysSelecting' : 'keys')}
      </p>
      <div
        ref={region}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-rowcount={total + 1}
        aria-busy={list.stale}
        aria-multiselectable={selecting ? true : undefined}
        aria-activedescendant={keys.active === null ? undefined : `${id}-${keys.active}`}
        data-dense={look.dense || undefined}
        onKeyDown={keys.onKeyDown}
        onClick={onClick}
        style={{ '--card': cardHeight } as CSSProperties}
        className={cn(frame, list.stale && 'opacity-60')}
      >
        <div className="md:w-max md:min-w-full">
          <DataTableHead ref={head} columns={columns} {...{ sort, onSort, selecting, total }} />
          <div ref={body} className="-mb-px" style={{ height: `min(calc(var(--row) * ${total}), 15000000px)` }}>
            <div role="rowgroup" style={{ transform: `translateY(${startOf(drawn)})` }}>
              {rows}
            </div>
          </div>
        </div>
      </div>
    </>
  );
}

const startOf = ({ first, start }: { first: number; start: number | null }) =>
  start === null ? `calc(var(--row) * ${first})` : `${start}px`;

/** Two heights of rows, and cards below 768 px, where the page scrolls instead of the table. */
const frame = [
  'group/table relative min-h-0 rounded-xl border bg-panel transition-opacity -outline-offset-1',
  '[--row:3rem] data-dense:[--row:2.25rem] max-md:[--row:var(--card)]! max-md:overflow-clip',
  'md:min-h-40 md:overflow-auto md:overscroll-contain',
].join(' ');
