import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { OverviewView } from '@/components/health/overview';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { healthOverview } from '@/lib/health-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('health'))('title') };
}

export default async function OverviewPage({ params }: PageProps<'/[team]'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('health')]);
  const { api, queryClient } = await serverApi(team);
  await queryClient.query(healthOverview(api));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['health']}>
        <Page trail={[{ label: t('title') }]}>
          <OverviewView />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
