'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { problemKey } from './problem-key';

/** Why an act failed; stays until the next try. */
export function Problem({ error }: { error: Error | null }) {
  const t = useTranslations('authorizations.problem');
  if (!error) return null;
  return (
    <Callout announce tone="broken" icon={<Icon name="circle-alert" />} title={t('title')}>
      {t(problemKey(error))}
    </Callout>
  );
}
