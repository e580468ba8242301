'use client';

import { useTranslations } from 'next-intl';
import { ActiveFilters } from '@/components/audit/filters/active-filters';
import { ExportMenu } from '@/components/audit/filters/export-menu';
import { FilterBar } from '@/components/audit/filters/filter-bar';
import { AuditTable } from '@/components/audit/list/audit-table';
import { useAuditColumns } from '@/components/audit/list/use-audit-columns';
import { useAuditSearch, useOpenEvent } from '@/components/audit/use-audit-search';
import { VerifyButton } from '@/components/audit/verify/verify-button';
import { SaveView } from '@/components/layout/save-view/save-view';
import { DisplayMenu } from '@/components/ui/data-table/display-menu';
import { useList } from '@/components/ui/data-table/use-list';
import { useLook } from '@/components/ui/data-table/use-look';
import { later } from '@/components/ui/later';
import { PageHeader } from '@/components/ui/page-header';
import { useApi } from '@/lib/api';
import { auditList } from '@/lib/audit-queries';
import { auditInput } from '@/lib/audit-search';
import type { TableLook } from '@/lib/table-look';

const EventDialog = later(async () => (await import('@/components/audit/event/event-dialog')).EventDialog);

/** Who did what, the latest first. */
export function AuditList({ look: initialLook }: { look: TableLook }) {
  const t = useTranslations('audit');
  const { search, ask } = useAuditSearch();
  const list = useList(auditList(useApi(), search));
  const [event, setEvent] = useOpenEvent();
  const columns = useAuditColumns(setEvent);
  const look = useLook('audit', initialLook);
  const onSort = (sort: string) => ask({ sort: sort === 'at' ? 'at' : '-at' });
  const total = list.first?.total;
  const actions = (
    <>
      <VerifyButton />
      <ExportMenu />
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={actions} />
      <FilterBar total={total}>
        <SaveView noun="audit" input={auditInput(search)} />
        <DisplayMenu columns={columns} look={look} sort={search.sort} onSort={onSort} />
      </FilterBar>
      <ActiveFilters object={list.first?.rows[0]?.object} />
      <AuditTable list={list} columns={columns} look={look.look} onSort={onSort} />
      {event && <EventDialog key={event} sequence={event} onClose={() => setEvent(null)} />}
    </>
  );
}
