'use client';

import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function NoApps() {
  const t = useTranslations('authorizations.start.noApps');
  const { team, may } = useSession();
  const register = (
    <LinkButton href={paths.newApp(team.slug)} variant="primary">
      {t('action')}
    </LinkButton>
  );
  return (
    <EmptyState
      icon={<Icon name="box" />}
      title={t('title')}
      text={
        <>
          {t('text')} {!may('apps.write') && t('ask')}
        </>
      }
      actions={may('apps.write') && register}
    />
  );
}
