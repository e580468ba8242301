'use client';

import { useTranslations } from 'next-intl';
import { ConnectionMenu } from '@/components/connections/view/connection-menu';
import type { Acts } from '@/components/connections/view/use-acts';
import { wayOut } from '@/components/connections/view/way-out';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Connection } from '@/contract/connections';
import { useSession } from '@/lib/session';

export function ConnectionActions({ connection, acts }: { connection: Connection; acts: Acts }) {
  const t = useTranslations('connections.view');
  const { may } = useSession();
  // What is wrong brings its own button; the same one twice would only make people wonder.
  const offered = wayOut(connection) === 'reauthorize';
  return (
    <>
      {may('connections.check') && connection.state !== 'revoked' && (
        <Button icon={<Icon name="activity" />} pending={acts.checking} onClick={acts.check}>
          {t('check')}
        </Button>
      )}
      {may('authorizations.create') && !offered && (
        <Button icon={<Icon name="refresh-cw" />} pending={acts.reauthorizing} onClick={acts.reauthorize}>
          {t('reauthorize')}
        </Button>
      )}
      <ConnectionMenu connection={connection} />
    </>
  );
}
