'use client';

import { useTranslations } from 'next-intl';
import { TikTokSteps } from '@/components/apps/tiktok-steps';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function NoApps({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('apps');
  const { team, may } = useSession();
  const writes = may('apps.write');
  return (
    <>
      <EmptyState
        icon={<Icon name="box" />}
        title={t('empty.title')}
        text={writes ? t('empty.text') : `${t('empty.text')} ${t('empty.readOnly')}`}
        actions={
          writes && (
            <LinkButton variant="primary" icon={<Icon name="plus" />} href={paths.newApp(team.slug)}>
              {t('register')}
            </LinkButton>
          )
        }
      />
      <Panel title={t('steps.title')}>
        <TikTokSteps callbackUrl={callbackUrl} />
      </Panel>
    </>
  );
}
