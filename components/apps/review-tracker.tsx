'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { say } from '@/components/ui/say';
import { reviewStatus, type AppDetail } from '@/contract/apps';
import { FailureCallout } from '@/components/apps/failure';
import { ReviewBadge } from '@/components/apps/review-badge';
import { reviewIsOver } from '@/components/apps/review-over';
import { Menu } from '@/components/ui/menu';
import { MenuChoice } from '@/components/ui/menu-item';
import { Panel } from '@/components/ui/panel';
import { DateTime } from '@/components/ui/time';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';

/** Applied, in review, approved or rejected, with dates; TikTok tells nobody but the developer, so that a person says it here. */
export function ReviewTracker({ app }: { app: AppDetail }) {
  const t = useTranslations('apps.review');
  const api = useApi();
  const queryClient = useQueryClient();
  const { may } = useSession();
  const { mutate, error } = useMutation(
    api.apps.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.apps.key() });
        say(t('changed'));
      },
    }),
  );
  const remindAt = reviewIsOver(app) ? null : app.reviewRemindAt;
  const date = () => remindAt && <DateTime at={remindAt} dateOnly />;

  return (
    <Panel
      title={t('label')}
      actions={
        may('apps.write') && (
          <Menu
            size="sm"
            variant="secondary"
            trigger={
              <>
                {t('update')} <Icon name="chevron-down" />
              </>
            }
          >
            {reviewStatus.options.map((status) => (
              <MenuChoice
                key={status}
                chosen={status === app.reviewStatus}
                onClick={() => status !== app.reviewStatus && mutate({ id: app.id, reviewStatus: status })}
              >
                {t(status)}
              </MenuChoice>
            ))}
          </Menu>
        )
      }
    >
      <FailureCallout error={error} />
      <ol aria-label={t('history')} className="grid gap-2">
        {app.reviews.map(({ status, since }, index) => (
          <li key={index} className="flex flex-wrap items-center justify-between gap-2">
            <ReviewBadge status={status} />
            <DateTime at={since} dateOnly className="text-mute" />
          </li>
        ))}
      </ol>
      {remindAt && <p className="mt-3 text-mute">{t.rich('reminder', { date })}</p>}
    </Panel>
  );
}
