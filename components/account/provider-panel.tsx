'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import type { Account } from '@/contract/account';
import { paths } from '@/lib/paths';
import { signInAtProvider } from '@/lib/sign-in';

export type Provider = { name: string; issuer: string };

type ProviderPanelProps = { account: Account; provider: Provider | null };

/** Where else they sign in, and the way to link the provider that there is. */
export function ProviderPanel({ account: { identities }, provider }: ProviderPanelProps) {
  const t = useTranslations('account.identities');
  const unlinked = provider && !identities.some(({ issuer }) => issuer === provider.issuer) ? provider : null;
  if (identities.length === 0 && !unlinked) return null;
  return (
    <Panel title={t('title')}>
      <ul className="grid gap-1">
        {identities.map(({ issuer, since }) => (
          <li key={issuer} className="break-words">
            {t.rich('linked', { issuer, time: () => <DateTime at={since} dateOnly /> })}
          </li>
        ))}
      </ul>
      {unlinked && (
        <div className="grid gap-3">
          <p className="text-mute">{t('text', { name: unlinked.name })}</p>
          <Button className="justify-self-end" onClick={() => void signInAtProvider(paths.account())}>
            {t('link', { name: unlinked.name })}
          </Button>
        </div>
      )}
    </Panel>
  );
}
