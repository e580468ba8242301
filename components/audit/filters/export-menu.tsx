'use client';

import { ChevronDown, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Menu } from '@/components/ui/menu';
import { MenuLink } from '@/components/ui/menu-item';
import { auditInput } from '@/lib/audit-search';
import { useSession } from '@/lib/session';

/** Everything that matches, as a file. */
export function ExportMenu() {
  const t = useTranslations('audit.export');
  const { team } = useSession();
  const { search } = useAuditSearch();
  const query = new URLSearchParams({ ...auditInput(search), team: team.slug });
  const trigger = (
    <>
      <Download aria-hidden />
      {t('action')}
      <ChevronDown aria-hidden />
    </>
  );
  return (
    <Menu variant="secondary" trigger={trigger}>
      {(['csv', 'jsonl'] as const).map((format) => (
        <MenuLink key={format} href={`/api/v1/audit.${format}?${query}`} prefetch={false} download>
          {t(format)}
        </MenuLink>
      ))}
    </Menu>
  );
}
