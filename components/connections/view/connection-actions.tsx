'use client';

import { Activity, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConnectionMenu } from '@/components/connections/view/connection-menu';
import type { Acts } from '@/components/connections/view/use-acts';
import { wayOut } from '@/components/connections/view/way-out';
import { Button } from '@/components/ui/button';
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
        <Button icon={<Activity />} pending={acts.checking} onClick={acts.check}>
          {t('check')}
        </Button>
      )}
      {may('authorizations.create') && !offered && (
        <Button icon={<RefreshCw />} pending={acts.reauthorizing} onClick={acts.reauthorize}>
          {t('reauthorize')}
        </Button>
      )}
      <ConnectionMenu connection={connection} />
    </>
  );
}
