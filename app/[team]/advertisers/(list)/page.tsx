import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { place, readAddress } from '@/lib/address';
import { advertiserChoices, advertiserList, advertiserReach } from '@/lib/advertiser-queries';
import { advertiserSearch } from '@/lib/advertiser-search';
import { warmList } from '@/lib/list-pages';
import { Advertisers } from './advertisers';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('advertisers'))('title') };
}

export default async function AdvertisersPage({ params, searchParams }: PageProps<'/[team]/advertisers'>) {
  const [{ team }, { at, ...search }, look, t] = await Promise.all([
    params,
    searchParams.then((asked) => readAddress({ ...advertiserSearch, ...place }, asked)),
    tableLook('advertisers'),
    getTranslations('advertisers'),
  ]);
  const { api, queryClient } = await serverApi(team);
  await Promise.all([
    warmList(queryClient, advertiserList(api, search), at),
    queryClient.query(advertiserReach(api, search)),
    queryClient.query(advertiserChoices(api)),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['advertisers', 'connections']}>
        <Page trail={[{ label: t('title') }]} fill>
          <Advertisers look={look} />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
