import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '@/components/auth/forgot-form';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.forgot'))('title') };
}

export default function ForgotPasswordPage() {
  return (
    <BarePage>
      <ClientMessages areas={['auth']}>
        <ForgotForm />
      </ClientMessages>
    </BarePage>
  );
}
