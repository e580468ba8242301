import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { redirect } from 'next/navigation';
import { SetupForm } from '@/components/auth/setup-form';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { paths } from '@/lib/paths';
import { isSetupOpen } from '@/server/members/setup-code';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.setup'))('title') };
}

export default async function SetupPage() {
  await connection();
  if (!(await isSetupOpen())) redirect(paths.signIn);
  const t = await getTranslations('auth.setup');
  return (
    <BarePage>
      <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
      <p className="mt-1 mb-5 text-mute">{t('text')}</p>
      <ClientMessages areas={['auth']}>
        <SetupForm />
      </ClientMessages>
    </BarePage>
  );
}
