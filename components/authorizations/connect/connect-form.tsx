'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { App } from '@/contract/apps';
import { useStartAuthorization } from '@/lib/use-start-authorization';
import { Problem } from '../problem';
import { StepCard } from '../step-card';
import { AppChoice } from './app-choice';
import { chooseApp, chooseRedirectUrl } from './choose';
import { RedirectChoice } from './redirect-choice';
import { SendUrl } from './send-url';

type ConnectFormProps = {
  apps: readonly App[];
  /** Our id of the app that the address names. */
  wantedApp: string | null;
  /** Re-authorizes this one; its app is not a choice. */
  connection: { id: string; name: string } | null;
};

/** Which app asks, where TikTok sends its answer, and who goes there: this browser, or whoever gets the URL. */
export function ConnectForm({ apps, wantedApp, connection }: ConnectFormProps) {
  const t = useTranslations('authorizations');
  const [appId, setAppId] = useState(() => chooseApp(apps, wantedApp)?.id ?? null);
  const [wantedUrl, setWantedUrl] = useState<string | null>(null);
  const { start, pending, error } = useStartAuthorization();
  const app = apps.find(({ id }) => id === appId) ?? null;
  const redirectUrl = app && chooseRedirectUrl(app, wantedUrl);
  const request =
    app && redirectUrl ? { appId: app.id, redirectUrl, ...(connection && { connectionId: connection.id }) } : null;

  return (
    <StepCard
      current={0}
      title={t(connection ? 'reauthorize' : 'connect')}
      lead={
        connection
          ? t.rich('start.reauthorizeLead', { name: connection.name, b: (text) => <b>{text}</b> })
          : t('start.lead')
      }
    >
      <AppChoice apps={apps} value={appId} onChange={setAppId} />
      {app && <RedirectChoice app={app} value={redirectUrl} onChange={setWantedUrl} />}
      <Problem error={error} />
      <div className="grid gap-1.5">
        <Button
          variant="primary"
          size="lg"
          disabled={!request}
          pending={pending}
          onClick={() => request && start(request)}
        >
          {t('start.now')}
          {!pending && <Icon name="arrow-right" />}
        </Button>
        <p className="text-center text-mute">{t('start.nowHint')}</p>
      </div>
      <SendUrl request={request} />
    </StepCard>
  );
}
