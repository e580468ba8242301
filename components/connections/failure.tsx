'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const reasons = [
  'revoked',
  'paused',
  'reauthorized',
  'app_incomplete',
  'secret_tampered',
  'tampered',
  'redirect_url_unknown',
] as const;
const codes = ['password_needed', 'forbidden', 'not_found', 'conflict', 'rate_limited', 'unavailable'] as const;

type FailureCalloutProps = { error: Error | null; title?: string; actions?: ReactNode };

/** Stays until what failed succeeds. */
export function FailureCallout({ error, title, actions }: FailureCalloutProps) {
  const t = useTranslations('connections.failure');
  const text = useFailureText();
  if (!error) return null;
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={title ?? t('title')} actions={actions} announce>
      {text(error)}
    </Callout>
  );
}

/** Why our API refused, in the reader's language. */
function useFailureText() {
  const t = useTranslations('connections.failure');
  return (error: Error): string => {
    const { code, reason, message } = readFailure(error);
    const known = reasons.find((word) => word === reason) ?? codes.find((word) => word === code);
    if (known) return t(known);
    return code === null ? t('offline') : t('other', { message });
  };
}
