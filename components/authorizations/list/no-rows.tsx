'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import type { Filter } from './filters';

export function NoRows({ filter, onShowAll }: { filter: Filter; onShowAll: () => void }) {
  const t = useTranslations('authorizations');
  const { team, may } = useSession();
  if (filter !== 'all') {
    return (
      <EmptyState
        icon={<Icon name="key-round" />}
        title={t('list.emptyFilter.title')}
        text={t('list.emptyFilter.text')}
        actions={<Button onClick={onShowAll}>{t('list.emptyFilter.action')}</Button>}
      />
    );
  }
  const connect = (
    <LinkButton href={paths.connect(team.slug)} variant="primary">
      {t('connect')}
    </LinkButton>
  );
  return (
    <EmptyState
      icon={<Icon name="key-round" />}
      title={t('list.empty.title')}
      text={t('list.empty.text')}
      actions={may('authorizations.create') && connect}
    />
  );
}
