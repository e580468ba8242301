'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { FactorPanel } from '@/components/account/factor-panel';
import { PasswordPanel } from '@/components/account/password-panel';
import { ProfilePanel } from '@/components/account/profile-panel';
import { ProviderPanel, type Provider } from '@/components/account/provider-panel';
import { SessionsPanel } from '@/components/account/sessions-panel';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { ownAccount } from '@/lib/account-queries';
import { useApi } from '@/lib/api';

/** What is a person's own, in whichever teams they are. `from`: the team they came from. */
export function AccountView({ from, provider }: { from?: string; provider: Provider | null }) {
  const t = useTranslations('account');
  const { data: account } = useQuery(ownAccount(useApi()));
  if (!account) return null;
  const wanting = account.teams.filter(({ wantsSecondFactor }) => wantsSecondFactor);
  const asking = wanting.find(({ slug }) => slug === from) ?? wanting[0];
  return (
    <div className="mt-5 grid gap-4">
      {asking && (
        <Callout tone="degraded" icon={<Icon name="shield-alert" />} title={t('enrol.title', { team: asking.name })}>
          {t('enrol.text')}
        </Callout>
      )}
      {asking && <FactorPanel account={account} />}
      <ProfilePanel key={`${account.name} ${account.locale}`} account={account} />
      <PasswordPanel account={account} />
      {!asking && <FactorPanel account={account} />}
      <ProviderPanel account={account} provider={provider} />
      <SessionsPanel hasPassword={account.hasPassword} />
    </div>
  );
}
