'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { Icon } from '@/components/ui/icon';
import { cn } from '@/lib/cn';

/** Spread it on the input: it ties the label, the hint and the error to it. */
type Control = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  className?: string;
  children: (control: Control) => ReactNode;
};

/** `<Field label="Name" error={errors.name?.message}>{(control) => <Input {...control} {...register('name')} />}</Field>` */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const t = useTranslations('ui');
  const id = useId();
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined;

  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="font-medium">
        {label}
        {optional && <span className="ml-1.5 font-normal text-mute">{t('optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={errorId} role="alert" className="flex gap-1.5 text-broken">
          <Icon name="circle-alert" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-mute">
          {hint}
        </p>
      )}
    </div>
  );
}
