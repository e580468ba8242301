import type { Column } from '@/components/ui/data-table/column';
import type { Look } from '@/components/ui/data-table/use-look';

export type DisplayProps = {
  columns: readonly Pick<Column<never>, 'id' | 'title' | 'sort' | 'optional' | 'fixed' | 'from'>[];
  look: Look;
  sort?: string;
  onSort?: (sort: string) => void;
};
