'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import { readFailure } from '@/lib/api-failure';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** Stays until what failed succeeds. */
export function FailureCallout({ error, actions }: { error: Error | null; actions?: ReactNode }) {
  const t = useTranslations('apps.failure');
  if (!error) return null;
  return (
    <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('title')} actions={actions} announce>
      <FailureText error={error} />
    </Callout>
  );
}

/** Why the server refused, in the reader's language. */
export function FailureText({ error }: { error: Error }) {
  const t = useTranslations('apps.failure');
  const { team } = useSession();
  const { code, reason, message, data } = readFailure(error);
  switch (reason) {
    case 'app_id_taken': {
      const { id, name } = data.app as { id: string; name: string };
      const app = (chunks: ReactNode) => <TextLink href={paths.app(team.slug, id)}>{chunks}</TextLink>;
      return t.rich('app_id_taken', { name, app });
    }
    case 'app_id_in_use':
    case 'environment_in_use':
    case 'app_has_connections':
      return t(reason, { connections: Number(data.connections) });
    case 'app_has_authorizations':
      return t(reason, { authorizations: Number(data.authorizations) });
    case 'app_incomplete':
    case 'secret_tampered':
    case 'redirect_url_unknown':
      return t(reason);
  }
  if (code === null) return t('offline');
  return code === 'forbidden' || code === 'not_found' ? t(code) : t('other', { message });
}
