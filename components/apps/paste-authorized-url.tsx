'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { readAuthorizedUrl } from '@/contract/authorized-url';
import type { AppFormValues } from '@/components/apps/app-form-values';
import { PastedFinding } from '@/components/apps/pasted-finding';
import { useAppIdChange } from '@/components/apps/use-app-id-change';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** What TikTok's own Authorized URL says goes into the fields that are empty, and is held against those that are not. */
export function PasteAuthorizedUrl() {
  const t = useTranslations('apps.form');
  const [text, setText] = useState('');
  const { control, getValues, setValue } = useFormContext<AppFormValues>();
  const [appId, rows] = useWatch({ control, name: ['appId', 'redirectUrls'] });
  const onAppIdChange = useAppIdChange();
  const pasted = readAuthorizedUrl(text);
  const redirectUrl = pasted?.redirectUrl ?? null;

  function takeAppId(id: string) {
    setValue('appId', id, { shouldDirty: true, shouldValidate: true });
    onAppIdChange();
  }

  function takeRedirectUrl(url: string) {
    setValue('redirectUrls', [...getValues('redirectUrls'), { url }], { shouldDirty: true });
  }

  function read(next: string) {
    setText(next);
    const found = readAuthorizedUrl(next);
    if (found && !getValues('appId')) takeAppId(found.appId);
    if (found?.redirectUrl && !getValues('redirectUrls').length) takeRedirectUrl(found.redirectUrl);
  }

  return (
    <div className="grid gap-2">
      <Field label={t('paste')} hint={t('pasteHint')} error={text.trim() && !pasted && t('pasteUnread')} optional>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={text}
            onChange={(event) => read(event.target.value)}
            spellCheck={false}
            translate="no"
            className="font-mono text-xs break-all"
          />
        )}
      </Field>
      {pasted && (
        <ul role="status" className="grid gap-1.5">
          <PastedFinding
            agrees={appId === pasted.appId}
            agreed={t('appIdAgrees', { appId: pasted.appId })}
            differing={t('appIdDiffers', { pasted: pasted.appId, current: appId || '–' })}
            action={t('useThis')}
            onTake={() => takeAppId(pasted.appId)}
          />
          {redirectUrl === null ? (
            <PastedFinding agrees={false} differing={t('redirectAbsent')} />
          ) : (
            <PastedFinding
              agrees={rows.some(({ url }) => url === redirectUrl)}
              agreed={t('redirectAgrees', { url: redirectUrl })}
              differing={t('redirectDiffers', { url: redirectUrl })}
              action={t('add')}
              onTake={() => takeRedirectUrl(redirectUrl)}
            />
          )}
        </ul>
      )}
    </div>
  );
}
