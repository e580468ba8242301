import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetForm } from '@/components/auth/reset-form';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.reset'))('title') };
}

export default function ResetPasswordPage() {
  return (
    <BarePage>
      <ClientMessages areas={['auth']}>
        <ResetForm />
      </ClientMessages>
    </BarePage>
  );
}
