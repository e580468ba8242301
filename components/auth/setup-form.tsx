'use client';

import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { setUp, type SetupField, type SetupFields, type SetupProblem } from '@/components/auth/set-up';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { paths } from '@/lib/paths';

const inputs = {
  code: { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, className: 'font-mono' },
  teamName: { autoComplete: 'organization' },
  name: { autoComplete: 'name' },
  email: { autoComplete: 'username', type: 'email' },
} as const;

/** The first run: makes the first owner, signs them in, and goes to their team. */
export function SetupForm() {
  const t = useTranslations('auth.setup');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<SetupProblem>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setPending(true);
    const ending = await setUp(Object.fromEntries(new FormData(form)) as SetupFields);
    if ('teamSlug' in ending) return window.location.assign(paths.connections(ending.teamSlug));
    setPending(false);
    setProblem(ending);
    if (ending.field) form.querySelector<HTMLInputElement>(`[name=${ending.field}]`)?.focus();
  }

  const errorOf = (field: SetupField) => (problem?.field === field ? t(problem.message) : undefined);

  return (
    <form onSubmit={submit} noValidate method="post" className="grid gap-4">
      {problem && !problem.field && (
        <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t(problem.message)} announce />
      )}
      {(['code', 'teamName', 'name', 'email'] as const).map((field) => (
        <Field key={field} label={t(field)} hint={field === 'code' ? t('codeHint') : undefined} error={errorOf(field)}>
          {(control) => <Input {...control} {...inputs[field]} name={field} autoFocus={field === 'code'} />}
        </Field>
      ))}
      <Field label={t('password')} hint={t('passwordHint')} error={errorOf('password')}>
        {(control) => <SecretInput {...control} name="password" autoComplete="new-password" />}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('action')}
      </Button>
    </form>
  );
}
