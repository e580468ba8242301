'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { reviewStatus } from '@/contract/apps';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';

/** Where TikTok's review stands, since when, and when to look again. */
export function ReviewFields() {
  const t = useTranslations('apps.review');
  const { register, formState } = useFormContext<AppFormValues>();
  const undated = !formState.defaultValues?.reviewSince;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-3">
      <Field label={t('label')}>
        {(control) => (
          <Select {...control} {...register('reviewStatus')}>
            {reviewStatus.options.map((status) => (
              <option key={status} value={status}>
                {t(status)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('since')} hint={undated && t('sinceHint')}>
        {(control) => <Input {...control} {...register('reviewSince')} type="date" />}
      </Field>
      <Field label={t('remindAt')} optional>
        {(control) => <Input {...control} {...register('reviewRemindAt')} type="date" />}
      </Field>
    </div>
  );
}
