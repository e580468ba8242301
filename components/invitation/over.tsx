'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';

export type OverReason = 'unknown' | 'expired' | 'used' | 'missing';

const icons = {
  unknown: <Icon name="unlink" />,
  missing: <Icon name="unlink" />,
  expired: <Icon name="clock" />,
  used: <Icon name="circle-check" />,
};

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
