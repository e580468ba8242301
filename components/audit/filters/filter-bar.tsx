'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionFilter } from '@/components/audit/filters/action-filter';
import { MoreFilters } from '@/components/audit/filters/more-filters';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { SearchInput } from '@/components/ui/search-input';
import { formatNumber } from '@/lib/format';

/** What narrows the audit, and how many events that leaves; `children` stand at the end of the line. */
export function FilterBar({ total, children }: { total: number | undefined; children: ReactNode }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { search, ask } = useAuditSearch();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        className="w-full sm:w-72"
        label={t('search')}
        value={search.q}
        onSearch={(q) => ask({ q: q || null })}
        maxLength={200}
      />
      <ActionFilter />
      <MoreFilters />
      <div className="flex flex-wrap items-center justify-end gap-2 max-sm:w-full sm:ms-auto">
        <span className="me-auto text-mute tabular-nums" role="status">
          {total !== undefined && t('count', { count: total, shown: formatNumber(total, locale) })}
        </span>
        {children}
      </div>
    </div>
  );
}
