import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { orNotFound, serverApi } from '@/app/server-api';
import { ListWordsProvider } from '@/components/connections/list/list-words';
import { scopeAreas } from '@/components/connections/list/scope-areas';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { tiktokId } from '@/contract/shapes';
import { oneAdvertiser, reachingOf } from '@/lib/advertiser-queries';
import { paths } from '@/lib/paths';
import { Advertiser } from './advertiser';

type Props = PageProps<'/[team]/advertisers/[advertiserId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { advertiser } = await findAdvertiser(params);
  return { title: advertiser.name ?? advertiser.advertiserId };
}

export default async function AdvertiserPage({ params }: Props) {
  const [{ advertiser, api, queryClient, team }, t, locale] = await Promise.all([
    findAdvertiser(params),
    getTranslations('advertisers'),
    getLocale(),
  ]);
  const { advertiserId, name } = advertiser;
  await queryClient.infiniteQuery(reachingOf(api, advertiserId));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['advertisers', 'connections']}>
        <Page trail={[{ label: t('title'), href: paths.advertisers(team) }, { label: name ?? advertiserId }]}>
          <ListWordsProvider words={{ areas: scopeAreas(locale), problems: [] }}>
            <Advertiser advertiserId={advertiserId} />
          </ListWordsProvider>
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}

async function findAdvertiser(params: Props['params']) {
  const { team, advertiserId } = await params;
  if (!tiktokId.safeParse(advertiserId).success) notFound();
  const { api, queryClient } = await serverApi(team);
  const advertiser = await orNotFound(queryClient.query(oneAdvertiser(api, advertiserId)));
  return { team, api, queryClient, advertiser };
}
