'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import type { ProviderError } from '@/lib/provider-error';

/** Why signing in at the provider `name` did not work, and who can help. */
export function ProviderErrorCallout({ name, error }: { name: string; error: ProviderError }) {
  const t = useTranslations('auth.provider');
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('title', { name })} announce>
      {t(error, { name })}
    </Callout>
  );
}
