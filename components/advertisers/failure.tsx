'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const codes = ['forbidden', 'not_found', 'rate_limited', 'unavailable'] as const;

type FailureProps = { error: Error | null; title: string; actions?: ReactNode };

/** Stays until what failed succeeds. */
export function Failure({ error, title, actions }: FailureProps) {
  const t = useTranslations('advertisers.failure');
  if (!error) return null;
  const { code, message } = readFailure(error);
  const known = codes.find((word) => word === code);
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={title} actions={actions} announce>
      {known ? t(known) : code === null ? t('offline') : t('other', { message })}
    </Callout>
  );
}
