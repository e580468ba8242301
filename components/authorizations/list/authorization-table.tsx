'use client';

import { useTranslations } from 'next-intl';
import { HeaderCell, Table, TableBody, TableHead } from '@/components/ui/table';
import type { Authorization } from '@/contract/authorizations';
import { AuthorizationRow } from './authorization-row';

type AuthorizationTableProps = {
  rows: readonly Authorization[];
  /** What waits for a decision has its buttons above the table. */
  quiet: boolean;
};

export function AuthorizationTable({ rows, quiet }: AuthorizationTableProps) {
  const t = useTranslations('authorizations');
  return (
    <Table label={t('title')}>
      <TableHead>
        <HeaderCell>{t('list.status')}</HeaderCell>
        <HeaderCell>{t('list.app')}</HeaderCell>
        <HeaderCell className="max-lg:hidden">{t('list.connection')}</HeaderCell>
        <HeaderCell className="max-md:hidden">{t('list.startedBy')}</HeaderCell>
        <HeaderCell className="max-md:hidden">{t('list.started')}</HeaderCell>
        <HeaderCell className="max-sm:hidden">{t('list.left')}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t('list.actions')}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((authorization) => (
          <AuthorizationRow key={authorization.id} authorization={authorization} quiet={quiet} />
        ))}
      </TableBody>
    </Table>
  );
}
