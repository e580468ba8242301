'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { FailureText } from '@/components/apps/failure';
import { useAppIdChange } from '@/components/apps/use-app-id-change';
import { useFieldError } from '@/components/apps/use-field-error';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';

type IdentityFieldsProps = {
  /** Of the secret that is stored. */
  secretHint: string | null;
  /** What the server said against the App ID. */
  error: Error | null;
};

export function IdentityFields({ secretHint, error }: IdentityFieldsProps) {
  const t = useTranslations('apps.form');
  const wording = useTranslations('apps.error');
  const fieldError = useFieldError();
  const { register, formState } = useFormContext<AppFormValues>();
  const onAppIdChange = useAppIdChange();
  const { errors } = formState;
  const appIdError = errors.appId
    ? wording('not_digits')
    : error && (
        <span>
          <FailureText error={error} />
        </span>
      );

  return (
    <>
      <Field label={t('name')} hint={t('nameHint')} error={fieldError(errors.name)}>
        {(control) => <Input {...control} {...register('name')} maxLength={50} />}
      </Field>
      <Field label={t('appId')} hint={t('appIdHint')} error={appIdError} optional>
        {(control) => (
          <Input
            {...control}
            {...register('appId', { onChange: () => onAppIdChange() })}
            inputMode="numeric"
            spellCheck={false}
            translate="no"
            className="font-mono"
          />
        )}
      </Field>
      <Field
        label={t('secret')}
        hint={
          <>
            {secretHint && t('secretStored', { hint: secretHint })} {t('secretHint')}
          </>
        }
        error={fieldError(errors.secret)}
        optional
      >
        {(control) => <SecretInput {...control} {...register('secret')} stored={secretHint !== null} />}
      </Field>
    </>
  );
}
