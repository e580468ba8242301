'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useToken } from '@/components/auth/use-token';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { SecretInput } from '@/components/ui/secret-input';
import { paths } from '@/lib/paths';
import { setPassword, type ResetEnding } from '@/lib/password-reset';

/** Chooses a password with the token of a mailed link; another link begins anew. */
export function ResetForm() {
  const token = useToken();
  return token === undefined ? null : <PasswordForm key={token} token={token} />;
}

function PasswordForm({ token }: { token: string | null }) {
  const t = useTranslations('auth.reset');
  const [pending, setPending] = useState(false);
  const [ending, setEnding] = useState<ResetEnding>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!token || pending) return;
    const password = String(new FormData(event.currentTarget).get('password'));
    setPending(true);
    setEnding(await setPassword({ token, password }));
    setPending(false);
  }
  if (token === null || ending === 'over') {
    return (
      <Notice tone="broken" icon={<Icon name="link-2-off" />} title={t('over')} text={t('overText')}>
        <LinkButton href={paths.forgotPassword}>{t('again')}</LinkButton>
      </Notice>
    );
  }
  if (typeof ending === 'object') {
    return (
      <div role="status">
        <Notice tone="ok" icon={<Icon name="circle-check" />} title={t('done')} text={t('doneText', ending)}>
          <LinkButton variant="primary" href={paths.signIn}>
            {t('signIn')}
          </LinkButton>
        </Notice>
      </div>
    );
  }
  const unfit = ending === 'passwordShort' || ending === 'passwordCommon' ? ending : undefined;
  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      <header>
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-mute">{t('text')}</p>
      </header>
      {ending && !unfit && <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t(ending)} announce />}
      <Field label={t('password')} hint={t('passwordHint')} error={unfit && t(unfit)}>
        {(control) => <SecretInput {...control} name="password" autoComplete="new-password" autoFocus />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('action')}
      </Button>
    </form>
  );
}
