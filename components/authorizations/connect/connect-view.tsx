'use client';

import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useApi } from '@/lib/api';
import { ConnectForm } from './connect-form';
import { everyApp } from './every-app';
import { NoApps } from './no-apps';

type ConnectViewProps = { wantedApp: string | null; connection: { id: string; name: string; appId: string } | null };

/** Step one, or the way to a first app. */
export function ConnectView({ wantedApp, connection }: ConnectViewProps) {
  const t = useTranslations('authorizations');
  const api = useApi();
  const { data } = useSuspenseQuery(api.apps.list.queryOptions({ input: everyApp }));
  const apps = connection ? data.rows.filter(({ id }) => id === connection.appId) : data.rows;
  return (
    <div className="mx-auto w-full max-w-2xl md:pt-[6vh]">
      {apps.length === 0 ? (
        <>
          <h1 className="sr-only">{t('connect')}</h1>
          <NoApps />
        </>
      ) : (
        <ConnectForm apps={apps} wantedApp={wantedApp} connection={connection} />
      )}
    </div>
  );
}
