'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Icon } from '@/components/ui/icon';
import { maxRedirectUrls } from '@/contract/apps';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { OwnCallback } from '@/components/apps/own-callback';
import { RedirectUrlField } from '@/components/apps/redirect-url-field';
import { Button } from '@/components/ui/button';

/** Up to ten addresses in the order that the team wants them; a missing callback of our own is one press away. */
export function RedirectUrlFields({ callbackUrl }: { callbackUrl: string }) {
  const t = useTranslations('apps.form');
  const id = useId();
  const { control } = useFormContext<AppFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'redirectUrls' });
  const urls = useWatch({ control, name: 'redirectUrls' }).map(({ url }) => url);
  const room = fields.length < maxRedirectUrls;

  return (
    <fieldset className="grid gap-2" aria-describedby={id}>
      <legend className="mb-1.5 font-medium">{t('redirectUrls')}</legend>
      {fields.map((field, index) => (
        <RedirectUrlField
          key={field.id}
          index={index}
          arrival={urls[index] === callbackUrl ? 'reachable' : 'paste'}
          onRemove={() => remove(index)}
        />
      ))}
      {!urls.includes(callbackUrl) && room && (
        <OwnCallback url={callbackUrl} onAdd={() => append({ url: callbackUrl }, { shouldFocus: false })} />
      )}
      <p>
        <Button size="sm" icon={<Icon name="plus" />} disabled={!room} onClick={() => append({ url: '' })}>
          {t('addUrl')}
        </Button>
      </p>
      <p id={id} className="text-mute">
        {t('redirectUrlsHint')}
      </p>
    </fieldset>
  );
}
