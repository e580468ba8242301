'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { ArrivalBadge } from '@/components/apps/arrival-badge';
import { useFieldError } from '@/components/apps/use-field-error';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';

type RedirectUrlFieldProps = {
  index: number;
  arrival: App['redirectUrls'][number]['arrival'];
  onRemove: () => void;
};

export function RedirectUrlField({ index, arrival, onRemove }: RedirectUrlFieldProps) {
  const t = useTranslations('apps.form');
  const id = useId();
  const fieldError = useFieldError();
  const { control, register, formState } = useFormContext<AppFormValues>();
  const filled = useWatch({ control, name: `redirectUrls.${index}.url` });
  const error = fieldError(formState.errors.redirectUrls?.[index]?.url);

  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          {...register(`redirectUrls.${index}.url`)}
          type="url"
          aria-label={t('redirectUrl', { number: index + 1 })}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
          spellCheck={false}
          translate="no"
          className="min-w-48 flex-1 font-mono text-xs max-sm:basis-full"
        />
        {filled && <ArrivalBadge arrival={arrival} />}
        <IconButton label={t('removeUrl', { number: index + 1 })} icon={<Icon name="trash-2" />} onClick={onRemove} />
      </div>
      {error && (
        <p id={id} role="alert" className="flex gap-1.5 text-broken">
          <Icon name="circle-alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}
