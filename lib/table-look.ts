/** How somebody wants a table: rows high or low, and which columns in which order (null: as they come). */
export type TableLook = { dense: boolean; columns: readonly string[] | null };

export const plainLook: TableLook = { dense: false, columns: null };

/** The cookie in which this browser keeps the look of the table of that name, for the server to render with. */
export const tableCookie = (name: string) => `table-${name}`;

/** `compact:state,app`; anything else in it counts as not said. */
export function parseTableLook(text: string | undefined): TableLook {
  const [density, columns] = (text ?? '').split(':');
  const ids = (columns ?? '').split(',').filter((id) => /^\w{1,40}$/.test(id));
  return { dense: density === 'compact', columns: ids.length > 0 ? [...new Set(ids)] : null };
}

export const formatTableLook = ({ dense, columns }: TableLook): string =>
  `${dense ? 'compact' : 'comfortable'}:${columns?.join(',') ?? ''}`;

type Choosable = { id: string; optional?: boolean; fixed?: 'start' | 'end' };

/** The columns to show, in order: the fixed ones at their ends, between them what was chosen, else what comes by itself. */
export function columnsShown<Column extends Choosable>(columns: readonly Column[], look: TableLook): Column[] {
  const free = columns.filter(({ fixed }) => !fixed);
  const chosen = look.columns
    ? look.columns.flatMap((id) => free.filter((column) => column.id === id))
    : free.filter(({ optional }) => !optional);
  const at = (end: 'start' | 'end') => columns.filter(({ fixed }) => fixed === end);
  return [...at('start'), ...chosen, ...at('end')];
}
