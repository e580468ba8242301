'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { UnreadLines } from '@/components/coverage/unread-lines';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const reasons = ['nobody', 'not_csv', 'too_many'] as const;
const codes = ['forbidden', 'not_found', 'rate_limited', 'too_large', 'unavailable'] as const;

type FailureProps = { error: Error | null; title?: string; actions?: ReactNode };

/** Stays until what failed succeeds. */
export function Failure({ error, title, actions }: FailureProps) {
  const t = useTranslations('coverage.failure');
  if (!error) return null;
  const { code, reason, message, data } = readFailure(error);
  const known = reasons.find((word) => word === reason) ?? codes.find((word) => word === code);
  const unread = reason === 'unread_lines' ? Number(data.unread) : 0;
  return (
    <Callout
      tone={unread ? 'degraded' : 'broken'}
      icon={<Icon name="circle-alert" />}
      title={unread ? t('unread', { count: unread }) : (title ?? t('title'))}
      actions={actions}
      announce
    >
      {unread > 0 && <UnreadLines lines={data.lines} entries={Number(data.entries)} />}
      {!unread && (known ? t(known) : code === null ? t('offline') : t('other', { message }))}
    </Callout>
  );
}
