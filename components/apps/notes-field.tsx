'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { useFieldError } from '@/components/apps/use-field-error';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

export function NotesField() {
  const t = useTranslations('apps.form');
  const fieldError = useFieldError();
  const { register, formState } = useFormContext<AppFormValues>();
  return (
    <Field label={t('notes')} error={fieldError(formState.errors.notes)} optional>
      {(control) => <Textarea {...control} {...register('notes')} />}
    </Field>
  );
}
