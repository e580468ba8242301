import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { SettingsForm } from '@/components/teams/settings-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { teamSettings } from '@/lib/health-queries';
import { paths } from '@/lib/paths';
import { may } from '@/server/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage({ params }: PageProps<'/[team]/settings'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('settings')]);
  const { api, queryClient, actor } = await serverApi(team);
  await queryClient.query(teamSettings(api));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['settings']}>
        <Page trail={[{ label: t('title') }]} width="narrow">
          <PageHeader title={t('title')} />
          <SettingsForm />
          {may(actor, 'vault.read') && (
            <Panel title={t('vault')}>
              <TextLink href={paths.security(team)}>{t('vaultText')}</TextLink>
            </Panel>
          )}
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
