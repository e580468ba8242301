import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { AppList } from '@/components/apps/list/app-list';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { place, readAddress } from '@/lib/address';
import { appList } from '@/lib/app-queries';
import { appSearch } from '@/lib/app-search';
import { warmList } from '@/lib/list-pages';
import { callbackUrl } from '@/server/callback-url';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps'))('title') };
}

export default async function AppsPage({ params, searchParams }: PageProps<'/[team]/apps'>) {
  const [{ team }, { at, ...search }, look, t] = await Promise.all([
    params,
    searchParams.then((asked) => readAddress({ ...appSearch, ...place }, asked)),
    tableLook('apps'),
    getTranslations('apps'),
  ]);
  const { api, queryClient } = await serverApi(team);
  await warmList(queryClient, appList(api, search), at);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['apps']}>
        <Page trail={[{ label: t('title') }]} fill>
          <AppList look={look} callbackUrl={callbackUrl()} />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
