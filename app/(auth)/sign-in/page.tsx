import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { CodeForm } from '@/components/auth/code-form';
import { ProviderButton } from '@/components/auth/provider-button';
import { ProviderErrorCallout } from '@/components/auth/provider-error';
import { SignInForm } from '@/components/auth/sign-in-form';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { safeNext } from '@/lib/next-path';
import { paths } from '@/lib/paths';
import { providerError } from '@/lib/provider-error';
import { describeProvider } from '@/server/auth/openid';
import { readFirstStep } from '@/server/auth/second-step';
import { readSession } from '@/server/auth/session';
import { isSetupOpen } from '@/server/members/setup-code';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth.signIn'))('title') };
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next: asked, error } = await searchParams;
  const next = safeNext(typeof asked === 'string' ? asked : null);
  const requestHeaders = await headers();
  const failed = providerError(error);
  if (await readSession(requestHeaders)) redirect(failed ? `${paths.account()}?error=${failed}` : next);
  if (await isSetupOpen()) redirect(paths.setup);
  const [first, provider] = [await readFirstStep(requestHeaders), describeProvider()];
  return (
    <BarePage>
      <ClientMessages areas={['auth']}>
        {first ? (
          <CodeForm email={first.user.email} next={next} />
        ) : (
          <div className="grid gap-4">
            {provider && failed && <ProviderErrorCallout name={provider.name} error={failed} />}
            <SignInForm next={next} />
            {provider && <ProviderButton name={provider.name} next={next} />}
          </div>
        )}
      </ClientMessages>
    </BarePage>
  );
}
