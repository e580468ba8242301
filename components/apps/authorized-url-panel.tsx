'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { CopyAuthorizedUrl } from '@/components/apps/copy-authorized-url';
import { FailureCallout } from '@/components/apps/failure';
import { lackOf } from '@/components/apps/lack-of';
import { RedirectChoice } from '@/components/apps/redirect-choice';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useApi } from '@/lib/api';
import { pendingOfApp } from '@/lib/app-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { useStartAuthorization } from '@/lib/use-start-authorization';

/** The way to a connection: now and in this browser, or by an address for somebody else. */
export function AuthorizedUrlPanel({ app }: { app: App }) {
  const t = useTranslations('apps.url');
  const { team, may } = useSession();
  const { data: pending } = useQuery(pendingOfApp(useApi(), app.id));
  const usable = lackOf(app) === null;

  return (
    <Panel
      id="authorized-url"
      title={t('title')}
      actions={
        pending !== undefined &&
        pending.total > 0 && (
          <TextLink href={`${paths.authorizations(team.slug)}?status=waiting`}>
            {t('pending', { count: pending.total })}
          </TextLink>
        )
      }
    >
      {!usable && <p className="text-mute">{t('unavailable')}</p>}
      {usable && !may('authorizations.create') && <p className="text-mute">{t('readOnly')}</p>}
      {usable && may('authorizations.create') && <Ways app={app} />}
    </Panel>
  );
}

function Ways({ app }: { app: App }) {
  const t = useTranslations('apps.url');
  const urls = app.redirectUrls;
  const preferred = urls.find(({ arrival }) => arrival === 'reachable') ?? urls[0];
  const [chosen, setChosen] = useState(preferred?.url);
  const redirectUrl = urls.some(({ url }) => url === chosen) ? chosen : preferred?.url;
  const { start, pending, error } = useStartAuthorization();
  if (!redirectUrl) return null;

  return (
    <div className="grid gap-4">
      <RedirectChoice urls={urls} value={redirectUrl} onChange={setChosen} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="primary"
          icon={<Icon name="key-round" />}
          pending={pending}
          onClick={() => start({ appId: app.id, redirectUrl })}
        >
          {t('connectNow')}
        </Button>
        <p className="min-w-0 flex-1 basis-64 text-mute">{t('connectNowHint')}</p>
      </div>
      <FailureCallout error={error} />
      <CopyAuthorizedUrl key={redirectUrl} appId={app.id} redirectUrl={redirectUrl} />
    </div>
  );
}
