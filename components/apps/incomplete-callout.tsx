'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { lackOf } from '@/components/apps/lack-of';
import { Callout } from '@/components/ui/callout';
import { LinkButton } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** What an app lacks before anybody can be connected through it. */
export function IncompleteCallout({ app }: { app: App }) {
  const t = useTranslations('apps.view.incomplete');
  const { team, may } = useSession();
  const lack = lackOf(app);
  if (!lack) return null;
  const told = lack === 'appId' && app.reviewStatus === 'rejected' ? 'rejected' : lack;
  const writes = may('apps.write');
  return (
    <Callout
      tone="degraded"
      icon={<Icon name="triangle-alert" />}
      title={t(told)}
      actions={writes && <LinkButton href={paths.editApp(team.slug, app.id)}>{t('action')}</LinkButton>}
    >
      {t(`${told}Text`)} {!writes && t('readOnly')}
    </Callout>
  );
}
