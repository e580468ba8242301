'use client';

import { useTranslations } from 'next-intl';
import { useAppSearch } from '@/components/apps/list/use-app-search';
import { buttonStyle } from '@/components/ui/button-style';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { appsFile } from '@/lib/app-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** `empty`: there is nothing to export, and the way to the first app stands in the middle of the page. */
export function AppHeader({ empty }: { empty?: boolean }) {
  const t = useTranslations('apps');
  const { team, may } = useSession();
  const { search } = useAppSearch();
  const actions = (
    <>
      <a href={appsFile(team.slug, search)} download className={buttonStyle()}>
        <Icon name="download" />
        {t('list.export')}
      </a>
      {may('apps.write') && (
        <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.newApp(team.slug)}>
          {t('register')}
        </LinkButton>
      )}
    </>
  );
  return <PageHeader title={t('title')} lead={t('lead')} actions={!empty && actions} />;
}
