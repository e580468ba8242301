import type { ReactNode } from 'react';
import { columnsShown, type TableLook } from '@/lib/table-look';

/** One column of a data table. A row's height is fixed, so a cell shows one or two lines and truncates. */
export type Column<Row> = {
  id: string;
  title: string;
  /** Tailwind's width classes, such as `w-40 grow`: the width it needs, and whether it takes what is left. */
  width: string;
  cell: (row: Row) => ReactNode;
  /** Lines digits up at the end of the cell. */
  number?: boolean;
  /** Can be sorted by; `descending` where the first press should bring up the largest or the latest. */
  sort?: 'ascending' | 'descending';
  /** Shown from this width of the window on, until a person says which columns they want. */
  from?: 'lg' | 'xl' | '2xl';
  /** Only where a person asks for it. */
  optional?: boolean;
  /** Stays whatever is chosen, at its end: a name, the actions. */
  fixed?: 'start' | 'end';
  /** Its place in the card that a row becomes on a phone: grid classes for two columns. Without it, it is not there. */
  card?: string;
  /** Its title is for screen readers only. */
  quiet?: boolean;
};

export type PlacedColumn<Row> = Column<Row> & { className: string };

const fromClass = { lg: 'md:max-lg:hidden', xl: 'md:max-xl:hidden', '2xl': 'md:max-2xl:hidden' };

/** The columns to draw, in order, each with its width and when it is there. */
export function placeColumns<Row>(columns: readonly Column<Row>[], look: TableLook): PlacedColumn<Row>[] {
  return columnsShown(columns, look).map((column) => {
    const { width, from, fixed, number, card } = column;
    const classes = [
      'min-w-0 shrink-0 md:px-2.5 max-md:w-auto',
      width,
      from && !look.columns && fromClass[from],
      number && 'tabular-nums md:text-end',
      fixed === 'end' && 'bg-inherit md:sticky md:right-0',
      card ?? 'max-md:hidden',
    ];
    return { ...column, className: classes.filter(Boolean).join(' ') };
  });
}
