import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { serverApi } from '@/app/server-api';
import { AppForm } from '@/components/apps/app-form';
import { TikTokSteps } from '@/components/apps/tiktok-steps';
import { ClientMessages } from '@/components/layout/client-messages';
import { Page } from '@/components/layout/page';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import { may } from '@/server/auth/actor';
import { callbackUrl } from '@/server/callback-url';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('apps.form'))('newTitle') };
}

export default async function NewAppPage({ params }: PageProps<'/[team]/apps/new'>) {
  const [{ team }, t] = await Promise.all([params, getTranslations('apps')]);
  const { actor } = await serverApi(team);
  if (!may(actor, 'apps.write')) notFound();
  return (
    <ClientMessages areas={['apps']}>
      <Page width="narrow" trail={[{ label: t('title'), href: paths.apps(team) }, { label: t('register') }]}>
        <PageHeader title={t('form.newTitle')} />
        <details className="rounded-xl border bg-panel px-4 py-3">
          <summary className="rounded font-medium">{t('form.howTo')}</summary>
          <div className="mt-3">
            <TikTokSteps callbackUrl={callbackUrl()} />
          </div>
        </details>
        <AppForm callbackUrl={callbackUrl()} />
      </Page>
    </ClientMessages>
  );
}
