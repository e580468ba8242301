'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

/** Stays until what failed succeeds. */
export function FailureCallout({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations('audit.failure');
  if (!error) return null;
  const { code, message } = readFailure(error);
  const text = code === null ? t('offline') : code === 'not_found' ? t('not_found') : t('other', { message });
  return (
    <Callout
      tone="broken"
      icon={<Icon name="circle-alert" />}
      title={t('title')}
      actions={<Button onClick={onRetry}>{t('retry')}</Button>}
      announce
    >
      {text}
    </Callout>
  );
}
