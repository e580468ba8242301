'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { RelativeTime } from '@/components/ui/time';
import type { Authorization } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Which app, who started it and when, and the connection that it renews. */
export function About({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.about');
  const { team } = useSession();
  const { app, startedBy, createdAt, reauthorizes, connectionId, connectionName } = authorization;
  const toConnection = (text: ReactNode) =>
    connectionId ? <TextLink href={paths.connection(team.slug, connectionId)}>{text}</TextLink> : text;
  return (
    <p className="flex flex-wrap justify-center gap-x-3 gap-y-1 px-2 text-xs text-mute [&_b]:font-semibold">
      <span>{t.rich('app', { name: app.name, b: (text) => <b>{text}</b> })}</span>
      {app.environment === 'sandbox' && <span>{t('sandbox')}</span>}
      {startedBy && <span>{t('startedBy', { name: startedBy.name })}</span>}
      <RelativeTime at={createdAt} />
      {reauthorizes && connectionName && (
        <span>{t.rich('reauthorizes', { name: connectionName, link: toConnection })}</span>
      )}
    </p>
  );
}
