/** Pixels. Browsers cut what is taller (Firefox first, near 17.9 million); past it, scrolling moves in larger steps. */
const tallest = 15_000_000;
const beyond = 10;

type Sight = {
  total: number;
  rowHeight: number;
  /** Pixels of the rows' element above what can be seen, and pixels of it that can. */
  top: number;
  view: number;
};
/** The rows to draw, `last` excluded; `start` is where the first stands, null where that is its place times the row height. */
export type RowWindow = { first: number; last: number; start: number | null };

export const bodyHeight = (total: number, rowHeight: number) => Math.min(total * rowHeight, tallest);

export const isCut = ({ total, rowHeight }: Pick<Sight, 'total' | 'rowHeight'>) => total * rowHeight > tallest;

/** How many pixels of rows go by with one pixel of scrolling. */
function pace({ total, rowHeight, view }: Sight): number {
  return isCut({ total, rowHeight }) ? (total * rowHeight - view) / (tallest - view) : 1;
}

/** The rows that can be seen, `last` excluded. */
export function rowsInSight(sight: Sight): { first: number; last: number } {
  const { total, rowHeight, view } = sight;
  const top = sight.top * pace(sight);
  const first = Math.min(Math.floor(top / rowHeight), Math.max(0, total - 1));
  return { first, last: Math.min(total, Math.max(first, Math.ceil((top + view) / rowHeight))) };
}

/** What to draw for it: some more at either side. */
export function rowWindow(sight: Sight): RowWindow {
  const seen = rowsInSight(sight);
  const first = Math.max(0, seen.first - beyond);
  const { rowHeight, top } = sight;
  return {
    first,
    last: Math.min(sight.total, seen.last + beyond),
    start: isCut(sight) ? top - top * pace(sight) + first * rowHeight : null,
  };
}

/** Whether what is drawn will do: a few rows of it are left at either side, or there are no more. */
export function stillServes(drawn: RowWindow, sight: Sight): boolean {
  const [seen, margin] = [rowsInSight(sight), beyond / 2];
  const above = drawn.first === 0 || drawn.first <= seen.first - margin;
  const below = drawn.last >= Math.min(sight.total, seen.last + margin) && drawn.last <= sight.total;
  return above && below && !isCut(sight) && drawn.last - drawn.first <= seen.last - seen.first + 4 * beyond;
}

/** Pixels to scroll by until the row is wholly in sight; with `atTop`, until it is the first. */
export function scrollTo(index: number, sight: Sight, atTop = false): number {
  const { rowHeight, view } = sight;
  const top = sight.top * pace(sight);
  const y = index * rowHeight;
  const wanted = atTop || y < top ? y : Math.max(top, Math.min(y, y + rowHeight - view));
  return (wanted - top) / pace(sight);
}
