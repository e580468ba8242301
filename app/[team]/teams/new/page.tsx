import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { serverApi } from '@/app/server-api';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { NewTeamForm } from '@/components/teams/new-team-form';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/server/auth/actor';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('teams'))('title') };
}

export default async function NewTeamPage({ params }: PageProps<'/[team]/teams/new'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('teams')]);
  const { actor } = await serverApi(team);
  if (!may(actor, 'teams.create')) notFound();
  return (
    <ClientMessages areas={['teams']}>
      <Page width="narrow" trail={[{ label: t('title') }]}>
        <PageHeader title={t('title')} lead={t('lead')} />
        <NewTeamForm />
      </Page>
    </ClientMessages>
  );
}
