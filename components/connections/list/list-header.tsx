'use client';

import { useTranslations } from 'next-intl';
import { exportPath } from '@/components/connections/list/export-path';
import { Swept } from '@/components/connections/list/swept';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function ListHeader({ empty }: { empty?: boolean }) {
  const t = useTranslations('connections');
  const { team, may } = useSession();
  const { search } = useConnectionSearch();
  return (
    <PageHeader
      title={t('title')}
      lead={!empty && <Swept />}
      actions={
        <>
          {!empty && (
            <a href={exportPath(team.slug, search)} download className={buttonStyle()}>
              <Icon name="download" />
              {t('list.export')}
            </a>
          )}
          {may('authorizations.create') && (
            <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.connect(team.slug)}>
              {t('connect')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
