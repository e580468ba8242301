import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { CoverageHome } from '@/components/coverage/coverage-home';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { coverageLists } from '@/lib/coverage-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coverage'))('title') };
}

export default async function CoveragePage({ params }: PageProps<'/[team]/coverage'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('coverage')]);
  const { api, queryClient } = await serverApi(team);
  await queryClient.query(coverageLists(api));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['coverage']}>
        <Page trail={[{ label: t('title') }]}>
          <CoverageHome />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
