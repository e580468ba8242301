import { dehydrate, HydrationBoundary, type QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { orNotFound, serverApi } from '@/app/server-api';
import { tableLook } from '@/app/table-look';
import { ConnectionView } from '@/components/connections/view/connection-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { id } from '@/contract/shapes';
import { place, readAddress, type Said } from '@/lib/address';
import type { Api } from '@/lib/api-utils';
import {
  advertisersOf,
  decidingFor,
  eventsOf,
  newAdvertisersOf,
  oneConnection,
  someAdvertisersOf,
  twinsOf,
} from '@/lib/connection-queries';
import { connectionTab } from '@/lib/connection-tab';
import { grantSearch } from '@/lib/grant-search';
import { warmList } from '@/lib/list-pages';
import { paths } from '@/lib/paths';
import { env } from '@/server/env';
import { hostFor } from '@/server/tiktok/host';

type Props = PageProps<'/[team]/connections/[connectionId]'>;
type Seen = Said<typeof asked>;

const asked = { ...connectionTab, ...grantSearch, ...place };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findConnection(params)).connection.name };
}

export default async function ConnectionPage({ params, searchParams }: Props) {
  const [{ connection, api, queryClient, team }, seen, look, t] = await Promise.all([
    findConnection(params),
    searchParams.then((address) => readAddress(asked, address)),
    tableLook('grants'),
    getTranslations('connections'),
  ]);
  await warm(queryClient, api, connection.id, seen);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['connections', 'tiktok']}>
        <Page trail={[{ label: t('title'), href: paths.connections(team) }, { label: connection.name }]}>
          <ConnectionView
            key={connection.id}
            id={connection.id}
            apiUrl={hostFor(connection.app.environment, env()).apiUrl}
            look={look}
          />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}

async function findConnection(params: Props['params']) {
  const { team, connectionId } = await params;
  if (!id.safeParse(connectionId).success) notFound();
  const { api, queryClient } = await serverApi(team);
  return { team, api, queryClient, connection: await orNotFound(queryClient.query(oneConnection(api, connectionId))) };
}

/** What the view that was asked for shows first. */
async function warm(
  queryClient: QueryClient,
  api: Api,
  connectionId: string,
  { tab, at, ...search }: Seen,
): Promise<void> {
  await Promise.all([
    queryClient.query(twinsOf(api, connectionId)),
    queryClient.query(decidingFor(api, connectionId)),
    queryClient.query(newAdvertisersOf(api, connectionId)),
  ]);
  if (tab === 'overview') await queryClient.query(someAdvertisersOf(api, connectionId));
  if (tab === 'advertisers') await warmList(queryClient, advertisersOf(api, connectionId, search), at);
  if (tab === 'history') await queryClient.infiniteQuery(eventsOf(api, connectionId));
}
