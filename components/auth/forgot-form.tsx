'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { askForReset, type ResetRequestEnding } from '@/lib/password-reset';

/** Asks for a mail with a link. What it says afterwards is the same whether there is an account or not. */
export function ForgotForm() {
  const t = useTranslations('auth.forgot');
  const language = useLocale();
  const [pending, setPending] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const [problem, setProblem] = useState<Exclude<ResetRequestEnding, 'sent'>>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email')).trim();
    setProblem(undefined);
    setPending(true);
    const ending = await askForReset({ email, language });
    setPending(false);
    if (ending === 'sent') setSentTo(email);
    else setProblem(ending);
  }
  if (sentTo) {
    return (
      <div role="status">
        <Notice tone="ok" icon={<Icon name="mail-check" />} title={t('sent')} text={t('sentText', { email: sentTo })}>
          <Button onClick={() => setSentTo(undefined)}>{t('again')}</Button>
        </Notice>
      </div>
    );
  }
  const invalid = problem === 'emailInvalid';
  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      <header>
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-mute">{t('text')}</p>
      </header>
      {problem && !invalid && <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t(problem)} announce />}
      <Field label={t('email')} error={invalid && t('emailInvalid')}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" autoFocus />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('action')}
      </Button>
      <TextLink href={paths.signIn} className="justify-self-start">
        {t('back')}
      </TextLink>
    </form>
  );
}
