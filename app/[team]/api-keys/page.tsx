import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { serverApi } from '@/app/server-api';
import { KeysView } from '@/components/keys/keys-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { teamKeys } from '@/lib/key-queries';
import { may } from '@/server/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('keys'))('title') };
}

export default async function ApiKeysPage({ params }: PageProps<'/[team]/api-keys'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('keys')]);
  const { api, queryClient, actor } = await serverApi(team);
  if (!may(actor, 'keys.read')) notFound();
  await queryClient.infiniteQuery(teamKeys(api));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['keys']}>
        <Page trail={[{ label: t('title') }]}>
          <KeysView />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
