'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';

type SaveBarProps = { readOnly: boolean; pending: boolean; error: Error | null };

/** What went wrong, and the button; or who may change the settings, to somebody who may not. */
export function SaveBar({ readOnly, pending, error }: SaveBarProps) {
  const t = useTranslations('settings');
  return (
    <>
      {error && (
        <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('failed')} announce>
          {t('failedOther', { message: error.message })}
        </Callout>
      )}
      {readOnly ? (
        <p className="text-mute">{t('readOnly')}</p>
      ) : (
        <Button type="submit" variant="primary" pending={pending} className="justify-self-end">
          {t('save')}
        </Button>
      )}
    </>
  );
}
