'use client';

import { useTranslations } from 'next-intl';
import { FailureText } from '@/components/invitation/failure-text';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';

/** The invitation may be as good as ever: it could not be read just now. */
export function Unread({ reason, onRetry }: { reason: string | null; onRetry: () => void }) {
  const t = useTranslations('invitation');
  return (
    <Notice
      tone="broken"
      icon={<Icon name="circle-alert" />}
      title={t('failure.title')}
      text={<FailureText reason={reason} />}
    >
      <Button variant="primary" onClick={onRetry}>
        {t('failure.retry')}
      </Button>
    </Notice>
  );
}
