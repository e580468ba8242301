'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import type { Connection } from '@/contract/connections';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Whose it is and what it can reach, in a sentence. */
export function Identity({ connection }: { connection: Connection }) {
  const t = useTranslations('connections.view');
  const { team } = useSession();
  const { app, tiktokUser, advertiserCount, scopes, inspected } = connection;
  const b = (text: ReactNode) => <b>{text}</b>;
  const link = (text: ReactNode) => <TextLink href={paths.app(team.slug, app.id)}>{text}</TextLink>;
  const user = tiktokUser?.name ?? tiktokUser?.email ?? tiktokUser?.id;
  return (
    <p>
      {user ? t.rich('authorizedBy', { user, b }) : t('authorizedByNobody')}
      {' · '}
      {t.rich('throughApp', { app: app.name, link })}
      {' · '}
      {inspected
        ? t.rich('reaches', { advertisers: advertiserCount, scopes: scopes.length, b })
        : t('reachUnknown', { scopes: scopes.length })}
    </p>
  );
}
