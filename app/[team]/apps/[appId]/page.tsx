import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { orNotFound, serverApi } from '@/app/server-api';
import { AppView } from '@/components/apps/app-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { connectionsOfApp, oneApp, pendingOfApp } from '@/lib/app-queries';
import { paths } from '@/lib/paths';
import { Connections } from './connections';

type Props = PageProps<'/[team]/apps/[appId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findApp(params)).app.name };
}

export default async function AppPage({ params }: Props) {
  const [{ app, api, queryClient, team }, t] = await Promise.all([findApp(params), getTranslations('apps')]);
  await Promise.all([queryClient.query(connectionsOfApp(api, app.id)), queryClient.query(pendingOfApp(api, app.id))]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['apps', 'connections']}>
        <Page trail={[{ label: t('title'), href: paths.apps(team) }, { label: app.name }]}>
          <AppView id={app.id}>
            <Connections appId={app.id} />
          </AppView>
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}

async function findApp(params: Props['params']) {
  const { team, appId } = await params;
  const { api, queryClient } = await serverApi(team);
  return { team, api, queryClient, app: await orNotFound(queryClient.query(oneApp(api, appId))) };
}
