'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const reasons = [
  'last_owner',
  'hand_over_needed',
  'no_such_heir',
  'role_too_high',
  'already_member',
  'already_invited',
  'too_many_invitations',
] as const;
const codes = ['password_needed', 'forbidden', 'not_found', 'rate_limited', 'unavailable'] as const;

/** Stays until what failed succeeds. */
export function Failure({ error, title, actions }: { error: Error | null; title?: string; actions?: ReactNode }) {
  const t = useTranslations('members.failure');
  if (!error) return null;
  const { code, reason, message } = readFailure(error);
  const known = reasons.find((word) => word === reason) ?? codes.find((word) => word === code);
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={title ?? t('title')} actions={actions} announce>
      {known ? t(known) : code === null ? t('offline') : t('other', { message })}
    </Callout>
  );
}
