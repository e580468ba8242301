import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { serverApi } from '@/app/server-api';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { MembersView } from '@/components/members/members-view';
import { openInvitations, teamMembers } from '@/lib/member-queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

export default async function MembersPage({ params }: PageProps<'/[team]/members'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('members')]);
  const { api, queryClient } = await serverApi(team);
  await Promise.all([queryClient.infiniteQuery(teamMembers(api, '')), queryClient.query(openInvitations(api))]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClientMessages areas={['members', 'common']}>
        <Page trail={[{ label: t('title') }]}>
          <MembersView />
        </Page>
      </ClientMessages>
    </HydrationBoundary>
  );
}
