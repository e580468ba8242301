'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { reviewIsOver } from '@/components/apps/review-over';
import { TikTokLink } from '@/components/apps/tiktok-link';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/time';
import { useClock } from '@/components/ui/use-clock';

/** Once the day has come that the team wanted to be reminded of. A review that is over reminds nobody. */
export function ReviewReminder({ app }: { app: App }) {
  const t = useTranslations('apps.review');
  const now = useClock(60_000);
  const { reviewRemindAt } = app;
  if (!reviewRemindAt || reviewIsOver(app) || new Date(reviewRemindAt).getTime() > now) return null;
  const date = () => <DateTime at={reviewRemindAt} dateOnly />;
  return (
    <Callout
      tone="accent"
      icon={<Icon name="bell-ring" />}
      title={t('reminderDue')}
      actions={<TikTokLink>{t('myApps')}</TikTokLink>}
    >
      {t.rich('reminderDueText', { date })}
    </Callout>
  );
}
