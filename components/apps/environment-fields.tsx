'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { environment, rateTier } from '@/contract/apps';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { Field } from '@/components/ui/field';
import { Radio, RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';

export function EnvironmentFields() {
  const t = useTranslations('apps');
  const { register } = useFormContext<AppFormValues>();
  return (
    <>
      <RadioGroup legend={t('environment.label')} className="sm:grid-cols-2">
        {environment.options.map((option) => (
          <Radio
            key={option}
            value={option}
            label={t(`environment.${option}`)}
            hint={t(`environment.${option}Hint`)}
            {...register('environment')}
          />
        ))}
      </RadioGroup>
      <Field label={t('tier.label')} hint={t('tier.hint')}>
        {(control) => (
          <Select {...control} {...register('tier')} className="sm:w-48">
            {rateTier.options.map((option) => (
              <option key={option} value={option}>
                {t(`tier.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
