/** The row at a place in a list that came in pages of one size, the last one shorter. */
export function rowAt<Row>(pages: readonly { rows: readonly Row[] }[], index: number): Row | undefined {
  const size = pages[0]?.rows.length ?? 0;
  return size === 0 ? undefined : pages[Math.floor(index / size)]?.rows[index % size];
}
