import { memo, type ReactNode } from 'react';
import type { PlacedColumn } from '@/components/ui/data-table/column';
import { Checkbox } from '@/components/ui/checkbox';
import { Skeleton } from '@/components/ui/skeleton';

type DataTableRowProps<Row> = {
  id: string;
  index: number;
  /** Undefined while it is on its way: its shape stands for it. */
  row: Row | undefined;
  columns: readonly PlacedColumn<Row>[];
  active: boolean;
  /** Undefined where rows cannot be chosen. */
  chosen?: boolean;
  label?: string;
};

export const DataTableRow = memo(function DataTableRow<Row>(props: DataTableRowProps<Row>) {
  const { id, index, row, columns, active, chosen, label } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-active={active || undefined}
      className="flex h-(--row) items-center border-b bg-panel -outline-offset-2 hover:bg-hover group-focus-visible/table:data-active:outline-2 group-focus-visible/table:data-active:outline-accent aria-selected:bg-accent-ground max-md:gap-3 max-md:px-3"
    >
      {chosen !== undefined && (
        <div role="gridcell" className="shrink-0 md:ps-3">
          <Checkbox
            label={label}
            hideLabel
            className="-m-2 p-2"
            checked={chosen}
            disabled={!row}
            data-index={index}
            onChange={leaveItToTheTable}
          />
        </div>
      )}
      <div className="max-md:grid max-md:min-w-0 max-md:flex-1 max-md:grid-cols-[minmax(0,1fr)_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1 md:contents">
        {columns.map(({ id: column, className, cell }) => (
          <div key={column} role="gridcell" className={className}>
            {row === undefined ? <Skeleton className="w-3/5" /> : cell(row)}
          </div>
        ))}
      </div>
    </div>
  );
}) as <Row>(props: DataTableRowProps<Row>) => ReactNode;

/** One listener for all rows (useChoosing): a row has no reason to be drawn again but its own. */
const leaveItToTheTable = () => {};
