'use client';

import { useTranslations } from 'next-intl';

const known = ['already_member', 'sign_in_first', 'other_person', 'rate_limited'] as const;

export function FailureText({ reason }: { reason: string | null }) {
  const t = useTranslations('invitation.failure');
  return t(known.find((word) => word === reason) ?? 'other');
}
