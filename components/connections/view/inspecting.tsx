'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import type { Connection } from '@/contract/connections';

/** A new connection, of which TikTok has not said yet whose it is and what it reaches. */
export function Inspecting({ connection: { inspected } }: { connection: Connection }) {
  const t = useTranslations('connections.view');
  if (inspected) return null;
  return (
    <Callout tone="accent" icon={<Icon name="hourglass" />} title={t('inspecting')}>
      {t('inspectingText')}
      <Progress label={t('inspecting')} className="mt-2" />
    </Callout>
  );
}
