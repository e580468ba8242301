'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { App } from '@/contract/apps';
import { appForm, valuesOf } from '@/components/apps/app-form-values';
import { EnvironmentFields } from '@/components/apps/environment-fields';
import { FailureCallout } from '@/components/apps/failure';
import { IdentityFields } from '@/components/apps/identity-fields';
import { NotesField } from '@/components/apps/notes-field';
import { PasteAuthorizedUrl } from '@/components/apps/paste-authorized-url';
import { RedirectUrlFields } from '@/components/apps/redirect-url-fields';
import { ReviewFields } from '@/components/apps/review-fields';
import { useSaveApp } from '@/components/apps/use-save-app';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { readFailure } from '@/lib/api-failure';

/** Registers an app, or changes the one given. */
export function AppForm({ app, callbackUrl }: { app?: App; callbackUrl: string }) {
  const t = useTranslations('apps.form');
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(appForm), defaultValues: valuesOf(app) });
  const { dirtyFields } = form.formState;
  const { save, pending, error } = useSaveApp(app);
  const atField = error && readFailure(error).field === 'appId' ? error : null;
  const { setFocus } = form;

  useEffect(() => {
    if (atField) setFocus('appId');
  }, [atField, setFocus]);

  return (
    <FormProvider {...form}>
      <form
        noValidate
        autoComplete="off"
        className="grid gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => save(values, dirtyFields))(event)}
      >
        <Panel className="grid gap-5">
          <PasteAuthorizedUrl />
          <IdentityFields secretHint={app?.secretHint ?? null} error={atField} />
          <RedirectUrlFields callbackUrl={callbackUrl} />
        </Panel>
        <Panel className="grid gap-5">
          <ReviewFields />
          <EnvironmentFields />
          <NotesField />
        </Panel>
        <FailureCallout error={atField ? null : error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => router.back()}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {t(app ? 'save' : 'register')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
