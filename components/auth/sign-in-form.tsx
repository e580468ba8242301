'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { signIn, type SignInEnding } from '@/lib/sign-in';

type Problem = Exclude<SignInEnding, 'signed_in' | 'expired'> | 'missing';

/** `next`: a path on this site, checked by the page. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('auth.signIn');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const credentials = { email: String(form.get('email')), password: String(form.get('password')) };
    setProblem(undefined);
    if (!credentials.email || !credentials.password) return setProblem('missing');
    setPending(true);
    const ending = await signIn(credentials);
    if (ending === 'signed_in') return window.location.assign(next);
    setPending(false);
    setProblem(ending === 'expired' ? 'failed' : ending);
  }

  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      <h1 className="mb-1 text-xl font-semibold tracking-tight">{t('title')}</h1>
      {problem && <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t(problem)} announce />}
      <Field label={t('email')}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" autoFocus />}
      </Field>
      <Field label={t('password')}>
        {(control) => <SecretInput {...control} name="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('action')}
      </Button>
      <TextLink href={paths.forgotPassword} className="justify-self-start">
        {t('forgot')}
      </TextLink>
    </form>
  );
}
