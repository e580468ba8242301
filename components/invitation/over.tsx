'use client';

import { CircleCheck, Clock, Unlink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';

export type OverReason = 'unknown' | 'expired' | 'used' | 'missing';

const icons = { unknown: <Unlink />, missing: <Unlink />, expired: <Clock />, used: <CircleCheck /> };

/** An invitation that nobody can accept any more, and the way on. */
export function Over({ reason }: { reason: OverReason }) {
  const t = useTranslations('invitation');
  return (
    <Notice icon={icons[reason]} title={t(`over.${reason}`)} text={t(`over.${reason}Text`)}>
      {reason === 'used' && (
        <LinkButton href={paths.signIn} variant="primary">
          {t('signInAction')}
        </LinkButton>
      )}
    </Notice>
  );
}
