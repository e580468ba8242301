'use client';

import { useTranslations } from 'next-intl';
import type { Acts } from '@/components/connections/view/use-acts';
import { wayOut } from '@/components/connections/view/way-out';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Connection } from '@/contract/connections';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';

export function WayOutButton({ connection, acts }: { connection: Connection; acts: Acts }) {
  const t = useTranslations('connections.view');
  const { team, may } = useSession();
  const way = wayOut(connection);
  if (way === 'reauthorize' && may('authorizations.create')) {
    return (
      <Button
        variant="primary"
        icon={<Icon name="refresh-cw" />}
        pending={acts.reauthorizing}
        onClick={acts.reauthorize}
      >
        {t('reauthorize')}
      </Button>
    );
  }
  if (way === 'resume' && may('connections.pause')) {
    return (
      <Button variant="primary" icon={<Icon name="circle-play" />} pending={acts.resuming} onClick={acts.resume}>
        {t('resume')}
      </Button>
    );
  }
  if (way === 'app') return <LinkButton href={paths.app(team.slug, connection.app.id)}>{t('openApp')}</LinkButton>;
  return null;
}
