'use client';

import { useTranslations } from 'next-intl';
import { usePathname, useSearchParams } from 'next/navigation';
import { FailureCallout } from '@/components/audit/list/failure';
import { NoEvents } from '@/components/audit/list/no-events';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import type { Column } from '@/components/ui/data-table/column';
import { ListTable } from '@/components/ui/data-table/list-table';
import type { List } from '@/components/ui/data-table/use-list';
import type { AuditEvent } from '@/contract/audit';
import type { TableLook } from '@/lib/table-look';

type AuditTableProps = {
  list: List<AuditEvent>;
  columns: readonly Column<AuditEvent>[];
  look: TableLook;
  onSort: (sort: string) => void;
};

export function AuditTable({ list, columns, look, onSort }: AuditTableProps) {
  const t = useTranslations('audit');
  const { search } = useAuditSearch();
  const [path, params] = [usePathname(), useSearchParams()];

  function hrefOf({ sequence }: AuditEvent) {
    const next = new URLSearchParams(params);
    next.set('event', sequence);
    return `${path}?${next}`;
  }
  return (
    <ListTable
      label={t('title')}
      columns={columns}
      look={look}
      list={list}
      rowId={({ sequence }) => sequence}
      href={hrefOf}
      sort={search.sort}
      onSort={onSort}
      failure={(error, retry) => <FailureCallout error={error} onRetry={retry} />}
      none={<NoEvents />}
      cardHeight="6.75rem"
    />
  );
}
