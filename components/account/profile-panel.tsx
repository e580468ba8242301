'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FailureCallout } from '@/components/account/failure';
import { keepCookie } from '@/components/layout/keep-cookie';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Panel } from '@/components/ui/panel';
import { say } from '@/components/ui/say';
import { Select } from '@/components/ui/select';
import type { Account } from '@/contract/account';
import { useApi } from '@/lib/api';
import { isLocale, localeCookie, localeNames, locales } from '@/lib/locale';

/** Name and language. The address is the account, and stays. */
export function ProfilePanel({ account }: { account: Account }) {
  const t = useTranslations('account.profile');
  const save = useSave();
  const [wrong, setWrong] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const [name, locale] = [String(fields.get('name')).trim(), fields.get('locale')];
    setWrong(!name);
    if (name) save.mutate({ name, locale: isLocale(locale) ? locale : null });
  }
  return (
    <Panel title={t('title')}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} hint={t('nameHint')} error={wrong && t('nameWrong')}>
            {(control) => (
              <Input {...control} name="name" defaultValue={account.name} maxLength={80} autoComplete="name" />
            )}
          </Field>
          <Field label={t('language')} hint={t('languageHint')}>
            {(control) => (
              <Select {...control} name="locale" defaultValue={account.locale ?? ''}>
                <option value="">{t('browser')}</option>
                {locales.map((locale) => (
                  <option key={locale} value={locale} lang={locale}>
                    {localeNames[locale]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <FailureCallout error={save.error} />
        <Button type="submit" pending={save.isPending} className="justify-self-end">
          {t('save')}
        </Button>
      </form>
    </Panel>
  );
}

function useSave() {
  const t = useTranslations('account.profile');
  const [api, queryClient, router] = [useApi(), useQueryClient(), useRouter()];
  return useMutation(
    api.account.update.mutationOptions({
      onSuccess: async ({ locale }) => {
        if (locale) keepCookie(localeCookie, locale);
        await queryClient.invalidateQueries({ queryKey: api.account.key() });
        say(t('saved'));
        router.refresh();
      },
    }),
  );
}
