import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { accountApi } from '@/app/server-api';
import { AccountView } from '@/components/account/account-view';
import { ProviderErrorCallout } from '@/components/auth/provider-error';
import { BarePage } from '@/components/layout/bare-page';
import { ClientMessages } from '@/components/layout/client-messages';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { ownAccount, ownSessions } from '@/lib/account-queries';
import { ApiProvider } from '@/lib/api';
import { paths } from '@/lib/paths';
import { providerError } from '@/lib/provider-error';
import { describeProvider } from '@/server/auth/openid';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') };
}

/** `?team=` is where the person came from. */
export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const [{ team: from, error }, t] = await Promise.all([searchParams, getTranslations('account')]);
  const { api, queryClient } = await accountApi();
  const [account] = await Promise.all([queryClient.query(ownAccount(api)), queryClient.query(ownSessions(api))]);
  const team = account.teams.find(({ slug }) => slug === from);
  const [provider, failed] = [describeProvider(), providerError(error)];
  const back = team ? { href: paths.team(team.slug), text: t('back', { team: team.name }) } : undefined;
  return (
    <BarePage width="lg">
      <ApiProvider team={team?.slug ?? ''}>
        <HydrationBoundary state={dehydrate(queryClient)}>
          <ClientMessages areas={['account', 'auth']}>
            <PageHeader
              title={t('title')}
              lead={t.rich('lead', { email: account.email, b: (text) => <b>{text}</b> })}
              actions={
                <LinkButton href={back?.href ?? paths.root} icon={<Icon name="arrow-left" />} variant="ghost">
                  {back?.text ?? t('backHome')}
                </LinkButton>
              }
            />
            {provider && failed && (
              <div className="mt-4">
                <ProviderErrorCallout name={provider.name} error={failed} />
              </div>
            )}
            <AccountView from={team?.slug} provider={provider} />
          </ClientMessages>
        </HydrationBoundary>
      </ApiProvider>
    </BarePage>
  );
}
