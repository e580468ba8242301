'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';
import { paths } from '@/lib/paths';

/** Makes another team, and goes there: its first page tells what comes next. */
export function NewTeamForm() {
  const t = useTranslations('teams');
  const [empty, setEmpty] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation(
    useApi().teams.create.mutationOptions({
      onSuccess: ({ slug }) => window.location.assign(paths.team(slug)),
    }),
  );
  const failure = error && readFailure(error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setEmpty(name === '');
    if (name) mutate({ name });
  }
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <Panel>
        <Field label={t('name')} hint={t('nameHint')} error={empty ? t('required') : undefined}>
          {(control) => <Input {...control} name="name" maxLength={80} autoComplete="organization" autoFocus />}
        </Field>
      </Panel>
      {failure && (
        <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('failed')} announce>
          {failure.code === 'rate_limited' ? t('rate_limited') : t('other', { message: failure.message })}
        </Callout>
      )}
      <Button type="submit" variant="primary" pending={isPending || isSuccess} className="justify-self-end">
        {t('action')}
      </Button>
    </form>
  );
}
