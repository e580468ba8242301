'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { problemKey } from './problem-key';

/** Why an act failed; stays until the next try. */
export function Problem({ error }: { error: Error | null }) {
  const t = useTranslations('authorizations.problem');
  if (!error) return null;
  return (
    <Callout announce tone="broken" icon={<CircleAlert />} title={t('title')}>
      {t(problemKey(error))}
    </Callout>
  );
}
