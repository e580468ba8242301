'use client';

import { useTranslations } from 'next-intl';
import { useConnectionSearch } from '@/components/connections/list/use-connection-search';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Nothing can be connected through nothing: an app comes first. */
export function NoApps() {
  const t = useTranslations('connections.empty');
  const { team, may } = useSession();
  const admin = may('apps.write');
  return (
    <EmptyState
      icon={<Icon name="box" />}
      title={t('noApps')}
      text={admin ? t('noAppsText') : t('noAppsReader')}
      actions={
        admin && (
          <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.newApp(team.slug)}>
            {t('register')}
          </LinkButton>
        )
      }
    />
  );
}

export function NoConnections() {
  const t = useTranslations('connections');
  const { team, may } = useSession();
  const { ask } = useConnectionSearch();
  return (
    <EmptyState
      icon={<Icon name="plug" />}
      title={t('empty.none')}
      text={t('empty.noneText')}
      actions={
        <>
          {may('authorizations.create') && (
            <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.connect(team.slug)}>
              {t('connect')}
            </LinkButton>
          )}
          <Button variant="ghost" onClick={() => ask({ archived: true })}>
            {t('empty.showArchived')}
          </Button>
        </>
      }
    />
  );
}

export function NoMatch() {
  const t = useTranslations('connections');
  const { clear } = useConnectionSearch();
  return (
    <EmptyState
      icon={<Icon name="search-x" />}
      title={t('empty.noMatch')}
      text={t('empty.noMatchText')}
      actions={<Button onClick={clear}>{t('list.clear')}</Button>}
    />
  );
}
