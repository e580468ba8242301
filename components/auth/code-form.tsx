'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { giveCode, type SignInEnding } from '@/lib/sign-in';
import { signOut } from '@/lib/sign-out';

type Problem = Exclude<SignInEnding, 'signed_in' | 'expired'> | 'missing';

/** The second step of signing in. `next`: a path on this site, checked by the page. */
export function CodeForm({ email, next }: { email: string; next: string }) {
  const t = useTranslations('auth.code');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get('code')).trim();
    setProblem(undefined);
    if (!code) return setProblem('missing');
    setPending(true);
    const ending = await giveCode(code);
    if (ending === 'signed_in') return window.location.assign(next);
    // The first step was too long ago: the page asks for it again.
    if (ending === 'expired') return window.location.reload();
    setPending(false);
    setProblem(ending);
  }
  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      <header>
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-mute">{t('text', { email })}</p>
      </header>
      {problem && <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t(problem)} announce />}
      <Field label={t('code')}>
        {(control) => (
          <Input
            {...control}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            className="font-mono"
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('action')}
      </Button>
      <Button variant="ghost" onClick={() => void signOut()}>
        {t('other')}
      </Button>
    </form>
  );
}
