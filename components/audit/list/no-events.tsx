'use client';

import { useTranslations } from 'next-intl';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { narrowedBy } from '@/lib/audit-search';

export function NoEvents() {
  const t = useTranslations('audit.empty');
  const { search, clear } = useAuditSearch();
  const narrowed = narrowedBy(search).length > 0;
  return (
    <EmptyState
      icon={<Icon name="search-x" />}
      title={narrowed ? t('noMatch') : t('none')}
      text={narrowed ? t('noMatchText') : t('noneText')}
      actions={narrowed && <Button onClick={clear}>{t('clear')}</Button>}
    />
  );
}
