'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { readFailure } from '@/lib/api-failure';

const reasons = ['too_many_keys'] as const;
const codes = ['password_needed', 'forbidden', 'not_found', 'rate_limited', 'unavailable'] as const;
const fields = ['advertiserIds', 'addressRanges', 'appIds', 'tagIds', 'expiresInDays'] as const;

/** Stays until what failed succeeds. */
export function Failure({ error, title, actions }: { error: Error | null; title?: string; actions?: ReactNode }) {
  const t = useTranslations('keys.failure');
  if (!error) return null;
  const { code, reason, field, message, data } = readFailure(error);
  const named = field ?? fieldOf(data);
  const known =
    reasons.find((word) => word === reason) ??
    fields.find((word) => word === named) ??
    codes.find((word) => word === code);
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={title ?? t('title')} actions={actions} announce>
      {known ? t(known) : code === null ? t('offline') : t('other', { message })}
    </Callout>
  );
}

/** The first field whose shape was refused. */
function fieldOf({ issues }: Record<string, unknown>): unknown {
  const [first] = Array.isArray(issues) ? (issues as { path?: unknown[] }[]) : [];
  return first?.path?.[0];
}
