'use client';

import { useTranslations } from 'next-intl';
import type { Offer } from '@/components/invitation/ask-invitation';
import { JoinButton } from '@/components/invitation/join-button';
import { NewAccountForm } from '@/components/invitation/new-account-form';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { signInPath } from '@/lib/next-path';
import { paths } from '@/lib/paths';
import { signOut } from '@/lib/sign-out';

export function OfferView({ token, offer }: { token: string; offer: Offer }) {
  const t = useTranslations('invitation');
  const role = useTranslations('common.role');
  const { team, email, inviter, needs, signedInAs } = offer;
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <h1 className="text-xl font-semibold tracking-tight break-words">{t('offer', { inviter, team })}</h1>
        <p className="break-words text-mute">{t('as', { role: role(offer.role), email })}</p>
      </div>
      {needs === 'account' && <NewAccountForm token={token} email={email} />}
      {needs === 'join' && <JoinButton token={token} team={team} />}
      {needs === 'sign_in' && (
        <>
          <p>{t('signIn')}</p>
          <LinkButton href={signInPath(paths.invitation)} variant="primary">
            {t('signInAction')}
          </LinkButton>
        </>
      )}
      {needs === 'sign_out' && (
        <>
          <p className="break-words">{t('signOut', { email: signedInAs ?? '', invited: email })}</p>
          <Button variant="primary" onClick={() => void signOut()}>
            {t('signOutAction')}
          </Button>
        </>
      )}
    </div>
  );
}
