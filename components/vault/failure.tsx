'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { useBrowserTimeZone } from '@/components/ui/use-browser-time-zone';
import { readFailure } from '@/lib/api-failure';
import { formatDateTime } from '@/lib/format';

const known = [
  'master_key_missing',
  'rotation_under_way',
  'no_earlier_key',
  'key_seals',
  'key_in_use',
  'key_too_soon',
] as const;

/** Stays until what failed succeeds. */
export function VaultFailure({ error, onRetry }: { error: Error | null; onRetry?: () => void }) {
  const t = useTranslations('vault.failure');
  const [locale, timeZone] = [useLocale(), useBrowserTimeZone()];
  if (!error) return null;
  const { code, reason, data, message } = readFailure(error);
  const word = known.find((one) => one === reason);
  const from = typeof data.from === 'string' ? formatDateTime(data.from, locale, timeZone) : '';
  const text = code === null ? t('offline') : word ? t(word, { from }) : t('other', { message });
  return (
    <Callout
      tone="broken"
      icon={<Icon name="circle-alert" />}
      title={t('title')}
      actions={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
      announce
    >
      {text}
    </Callout>
  );
}
