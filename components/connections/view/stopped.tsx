'use client';

import { useTranslations } from 'next-intl';
import { stateLooks } from '@/components/layout/state-looks';
import type { Acts } from '@/components/connections/view/use-acts';
import { WayOutButton } from '@/components/connections/view/way-out-button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { DateTime } from '@/components/ui/time';
import type { Connection } from '@/contract/connections';

/** Stopped by the team: paused, or revoked. */
export function Stopped({
  connection,
  state,
  acts,
}: {
  connection: Connection;
  state: 'paused' | 'revoked';
  acts: Acts;
}) {
  const t = useTranslations('connections.view');
  const { icon, tone } = stateLooks[state];
  const date = () => <DateTime at={connection.stateSince} />;
  return (
    <Callout
      tone={tone}
      icon={<Icon name={icon} />}
      title={t(`stopped.${state}`)}
      actions={<WayOutButton connection={connection} acts={acts} />}
    >
      {t.rich('since', { date, then: t(`stopped.${state}Text`) })}
    </Callout>
  );
}
