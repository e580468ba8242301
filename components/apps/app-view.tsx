'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppActions } from '@/components/apps/app-actions';
import { AppFacts } from '@/components/apps/app-facts';
import { AuthorizedUrlPanel } from '@/components/apps/authorized-url-panel';
import { IncompleteCallout } from '@/components/apps/incomplete-callout';
import { lackOf } from '@/components/apps/lack-of';
import { RedirectUrls } from '@/components/apps/redirect-urls';
import { ReviewBadge } from '@/components/apps/review-badge';
import { ReviewReminder } from '@/components/apps/review-reminder';
import { ReviewTracker } from '@/components/apps/review-tracker';
import { Badge } from '@/components/ui/badge';
import { PageHeader } from '@/components/ui/page-header';
import { useApi } from '@/lib/api';
import { oneApp } from '@/lib/app-queries';
import { useSession } from '@/lib/session';

/** One app: whether it can be connected through, its Authorized URL, and what is known of it. `children` is its connections. */
export function AppView({ id, children }: { id: string; children: ReactNode }) {
  const t = useTranslations('apps');
  const { data: app } = useSuspenseQuery(oneApp(useApi(), id));
  const { may } = useSession();
  const connectable = lackOf(app) === null && may('authorizations.create');
  return (
    <>
      <PageHeader
        title={app.name}
        badge={
          <>
            <ReviewBadge status={app.reviewStatus} />
            {app.environment === 'sandbox' && <Badge>{t('environment.sandbox')}</Badge>}
          </>
        }
        lead={t.rich('view.lead', { count: app.connectionCount, b: (chunks) => <b>{chunks}</b> })}
        actions={<AppActions app={app} />}
      />
      <IncompleteCallout app={app} />
      <ReviewReminder app={app} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-4">
          <AuthorizedUrlPanel app={app} />
          {children}
        </div>
        <div className="grid min-w-0 gap-4">
          <AppFacts app={app} />
          <RedirectUrls app={app} explained={connectable} />
          <ReviewTracker app={app} />
        </div>
      </div>
    </>
  );
}
