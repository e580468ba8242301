import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { orNotFound, serverApi } from '@/app/server-api';
import { ConnectView } from '@/components/authorizations/connect/connect-view';
import { everyApp } from '@/components/authorizations/connect/every-app';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { readAddress, text } from '@/lib/address';
import { paths } from '@/lib/paths';
import { may } from '@/server/auth/actor';

const preselected = { app: text, connection: text };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authorizations'))('connect') };
}

/** `?app=` preselects one, `?connection=` re-authorizes one. */
export default async function ConnectPage({ params, searchParams }: PageProps<'/[team]/connect'>) {
  const { team } = await params;
  const { app, connection: connectionId } = await searchParams.then((asked) => readAddress(preselected, asked));
  const { api, queryClient, actor } = await serverApi(team);
  if (!may(actor, 'authorizations.create')) notFound();
  const [t, connection] = await Promise.all([
    getTranslations(),
    connectionId ? findConnection(team, connectionId) : null,
    queryClient.query(api.apps.list.queryOptions({ input: everyApp })),
  ]);
  return (
    <Page
      trail={[
        { label: t('shell.connections'), href: paths.connections(team) },
        { label: t(connection ? 'authorizations.reauthorize' : 'authorizations.connect') },
      ]}
    >
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ClientMessages areas={['authorizations']}>
          <ConnectView wantedApp={connection?.appId ?? app} connection={connection} />
        </ClientMessages>
      </HydrationBoundary>
    </Page>
  );
}

async function findConnection(team: string, id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const { api } = await serverApi(team);
  const { name, app } = await orNotFound(api.connections.get.call({ id }));
  return { id, name, appId: app.id };
}
