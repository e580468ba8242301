'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { FailureCallout, useFailureText } from '@/components/account/failure';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { say } from '@/components/ui/say';
import { SecretInput } from '@/components/ui/secret-input';
import type { Account } from '@/contract/account';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';

/** Another password, for the present one. */
export function PasswordPanel({ account }: { account: Account }) {
  const t = useTranslations('account.password');
  return (
    <Panel title={t('title')}>
      {account.hasPassword ? <PasswordForm email={account.email} /> : <p className="text-mute">{t('none')}</p>}
    </Panel>
  );
}

function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account.password');
  const text = useFailureText();
  const [api, queryClient] = [useApi(), useQueryClient()];
  const change = useMutation(api.account.changePassword.mutationOptions({ gcTime: 0 }));
  const { reason, code } = readFailure(change.error);
  const wrong = reason === 'wrong_password';
  const unfit = !wrong && code === 'invalid_input';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const given = { password: String(fields.get('password')), newPassword: String(fields.get('newPassword')) };
    const onSuccess = async () => {
      form.reset();
      await queryClient.invalidateQueries({ queryKey: api.account.key() });
      say(t('changed'));
    };
    change.mutate(given, { onSuccess });
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <p className="text-mute">{t('text')}</p>
      {/* Says to password managers whose it is. */}
      <input type="text" name="username" value={email} readOnly autoComplete="username" hidden />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('present')} error={wrong && text(change.error)}>
          {(control) => <SecretInput {...control} name="password" autoComplete="current-password" required />}
        </Field>
        <Field label={t('new')} hint={t('newHint')} error={unfit && (text(change.error) ?? '')}>
          {(control) => (
            <SecretInput {...control} name="newPassword" autoComplete="new-password" required minLength={8} />
          )}
        </Field>
      </div>
      <FailureCallout error={change.error} told={wrong || unfit} />
      <Button type="submit" pending={change.isPending} className="justify-self-end">
        {t('action')}
      </Button>
    </form>
  );
}
