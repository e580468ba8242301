import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { AuthorizationList } from '@/components/authorizations/list/authorization-list';
import { statusFilter } from '@/components/authorizations/list/filters';
import { decidingOptions, listOptions } from '@/components/authorizations/list/list-options';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { readAddress } from '@/lib/address';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authorizations'))('title') };
}

export default async function AuthorizationsPage({ params, searchParams }: PageProps<'/[team]/authorizations'>) {
  const { team } = await params;
  const { status } = readAddress(statusFilter, await searchParams);
  const { api, queryClient } = await serverApi(team);
  const [t] = await Promise.all([
    getTranslations('authorizations'),
    queryClient.infiniteQuery(listOptions(api, status)),
    status !== 'deciding' && queryClient.query(decidingOptions(api)),
  ]);
  return (
    <Page trail={[{ label: t('title') }]}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ClientMessages areas={['authorizations', 'common']}>
          <AuthorizationList />
        </ClientMessages>
      </HydrationBoundary>
    </Page>
  );
}
