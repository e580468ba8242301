'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { useApi } from '@/lib/api';
import { decidingFor } from '@/lib/connection-queries';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

/** A re-authorization of this connection that waits for somebody to decide. */
export function Deciding({ id }: { id: string }) {
  const t = useTranslations('connections.view.deciding');
  const { team } = useSession();
  const waiting = useQuery(decidingFor(useApi(), id)).data?.rows[0];
  if (!waiting) return null;
  const kind = waiting.status === 'comparing' ? 'comparing' : 'quarantined';
  return (
    <Callout
      tone="accent"
      icon={<Icon name="git-compare-arrows" />}
      title={t(kind)}
      actions={<LinkButton href={paths.authorization(team.slug, waiting.id)}>{t('open')}</LinkButton>}
    >
      {t(`${kind}Text`)}
    </Callout>
  );
}
