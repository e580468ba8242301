'use client';

import { useTranslations } from 'next-intl';
import { useAuditSearch } from '@/components/audit/use-audit-search';
import { Icon } from '@/components/ui/icon';
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
      <Icon name="download" />
      {t('action')}
      <Icon name="chevron-down" />
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
