import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { serverApi } from '@/app/server-api';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { VaultView } from '@/components/vault/vault-view';
import { paths } from '@/lib/paths';
import { vaultState } from '@/lib/vault-queries';
import { may } from '@/server/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vault'))('title') };
}

export default async function SecurityPage({ params }: PageProps<'/[team]/settings/security'>) {
  const [{ team }, t, settings] = await Promise.all([params, getTranslations('vault'), getTranslations('settings')]);
  const { api, queryClient, actor } = await serverApi(team);
  if (!may(actor, 'vault.read')) notFound();
  await queryClient.query(vaultState(api));
  const trail = [{ label: settings('title'), href: paths.settings(team) }, { label: t('title') }];
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['vault']}>
        <Page trail={trail} width="narrow">
          <PageHeader title={t('title')} lead={t('lead')} />
          <VaultView />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
