'use client';

import { useTranslations } from 'next-intl';
import type { Acts } from '@/components/connections/view/use-acts';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { DateTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';
import { useSession } from '@/lib/session';

export function ArchivedNote({ connection: { archivedAt, state }, acts }: { connection: Connection; acts: Acts }) {
  const t = useTranslations('connections.view');
  const { may } = useSession();
  if (!archivedAt) return null;
  const date = () => <DateTime at={archivedAt} dateOnly />;
  return (
    <Callout
      icon={<Icon name="archive" />}
      title={t('archived')}
      actions={
        may('connections.write') && (
          <Button icon={<Icon name="archive-restore" />} pending={acts.restoring} onClick={acts.restore}>
            {t('restore')}
          </Button>
        )
      }
    >
      {t.rich('since', { date, then: t(state === 'revoked' ? 'archivedRevoked' : 'archivedText') })}
    </Callout>
  );
}
