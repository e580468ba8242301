import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { orNotFound, serverApi } from '@/app/server-api';
import { AppForm } from '@/components/apps/app-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { oneApp } from '@/lib/app-queries';
import { paths } from '@/lib/paths';
import { may } from '@/server/auth/actor';
import { callbackUrl } from '@/server/callback-url';

type Props = PageProps<'/[team]/apps/[appId]/edit'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ app }, t] = await Promise.all([findApp(params), getTranslations('apps.form')]);
  return { title: t('editTitle', { name: app.name }) };
}

export default async function EditAppPage({ params }: Props) {
  const [{ app, actor, team }, t] = await Promise.all([findApp(params), getTranslations('apps')]);
  if (!may(actor, 'apps.write')) notFound();
  const trail = [
    { label: t('title'), href: paths.apps(team) },
    { label: app.name, href: paths.app(team, app.id) },
    { label: t('view.edit') },
  ];
  return (
    <ClientMessages areas={['apps']}>
      <Page width="narrow" trail={trail}>
        <PageHeader title={t('form.editTitle', { name: app.name })} />
        <AppForm app={app} callbackUrl={callbackUrl()} />
      </Page>
    </ClientMessages>
  );
}

async function findApp(params: Props['params']) {
  const { team, appId } = await params;
  const { api, queryClient, actor } = await serverApi(team);
  return { team, actor, app: await orNotFound(queryClient.query(oneApp(api, appId))) };
}
