'use client';

import type { ReactNode } from 'react';
import { DataTable, type DataTableProps } from '@/components/ui/data-table/data-table';
import { Skeleton } from '@/components/ui/skeleton';

type ListTableProps<Row> = DataTableProps<Row> & {
  /** Tells why a page of it could not be fetched; nothing, where there is no error. */
  failure: (error: Error | null, retry: () => void) => ReactNode;
  /** Stands in its place where nothing is in the list. */
  none: ReactNode;
};

/** A list's table, from its first page on; until then its shape, and above it what went wrong. */
export function ListTable<Row>({ none, ...table }: ListTableProps<Row>) {
  const { first, error, refetch } = table.list;
  return (
    <>
      {table.failure(error, () => void refetch())}
      {!first && !error && <Skeleton className="h-96 rounded-xl" />}
      {first?.total === 0 && none}
      {!!first?.total && <DataTable {...table} />}
    </>
  );
}
