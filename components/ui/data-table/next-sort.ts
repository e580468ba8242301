type Direction = 'ascending' | 'descending';

/** Which way a list in this order runs by that column; a leading minus is descending. */
export function directionOf(sort: string, column: string): Direction | undefined {
  if (sort === column) return 'ascending';
  return sort === `-${column}` ? 'descending' : undefined;
}

/** The order after pressing a column's header: by it from where it begins, then the other way round. */
export function nextSort(sort: string, column: string, begins: Direction = 'ascending'): string {
  const next = { ascending: 'descending', descending: 'ascending' } as const;
  const now = directionOf(sort, column);
  return (now ? next[now] : begins) === 'ascending' ? column : `-${column}`;
}
