'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FailureText } from '@/components/invitation/failure-text';
import { useAccept } from '@/components/invitation/use-accept';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { shortestPassword } from '@/contract/password-words';

type Missing = { name?: boolean; password?: boolean };

/** For somebody who has no account yet: its address is the invited one. */
export function NewAccountForm({ token, email }: { token: string; email: string }) {
  const t = useTranslations('invitation');
  const { join, pending, refusal } = useAccept(token);
  const [missing, setMissing] = useState<Missing>({});

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, password] = [String(fields.get('name')).trim(), String(fields.get('password'))];
    const now = { name: name === '', password: [...password].length < shortestPassword };
    setMissing(now);
    if (!now.name && !now.password) void join({ email, name, password });
  }
  const common = refusal?.reason === 'common_password';
  const short = missing.password || (!common && refusal?.field === 'password');
  const unfit = short ? t('passwordShort') : common ? t('passwordCommon') : undefined;
  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      {refusal && !unfit && (
        <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('failure.title')} announce>
          <FailureText reason={refusal.reason} />
        </Callout>
      )}
      {/* So that a password manager keeps the password for the address. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('name')} error={missing.name ? t('required') : undefined}>
        {(control) => <Input {...control} name="name" autoComplete="name" maxLength={80} autoFocus />}
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={unfit}>
        {(control) => <SecretInput {...control} name="password" autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('create')}
      </Button>
    </form>
  );
}
