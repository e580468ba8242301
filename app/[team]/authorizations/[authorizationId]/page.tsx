import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { orNotFound, serverApi } from '@/app/server-api';
import { AuthorizationView } from '@/components/authorizations/authorization-view';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { newAdvertisersOf, someAdvertisersOf } from '@/lib/connection-queries';
import { paths } from '@/lib/paths';
import { may } from '@/server/auth/actor';
import { env } from '@/server/env';
import { hostFor } from '@/server/tiktok/host';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('common.noun'))('authorization') };
}

/** One authorization, whatever it is now: waiting, being exchanged, compared, ended. */
export default async function AuthorizationPage({ params }: PageProps<'/[team]/authorizations/[authorizationId]'>) {
  const { team, authorizationId: id } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const { api, queryClient, actor } = await serverApi(team);
  const authorization = await orNotFound(queryClient.query(api.authorizations.get.queryOptions({ input: { id } })));
  const { status, connectionId, app } = authorization;
  if (status === 'pending' && may(actor, 'authorizations.create')) {
    await queryClient.query(api.authorizations.url.queryOptions({ input: { id } })).catch(() => null);
  }
  if (status === 'connected' && connectionId) {
    await Promise.all([
      queryClient.query(api.connections.get.queryOptions({ input: { id: connectionId } })),
      queryClient.query(newAdvertisersOf(api, connectionId)),
      queryClient.query(someAdvertisersOf(api, connectionId)),
    ]);
  }
  const t = await getTranslations('shell');
  return (
    <Page trail={[{ label: t('authorizations'), href: paths.authorizations(team) }, { label: app.name }]}>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <ClientMessages areas={['authorizations', 'tiktok']}>
          <AuthorizationView key={id} id={id} apiUrl={hostFor(app.environment, env()).apiUrl} />
        </ClientMessages>
      </HydrationBoundary>
    </Page>
  );
}
