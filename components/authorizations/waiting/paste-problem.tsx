'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';
import { Problem } from '../problem';
import { readFailure } from '@/lib/api-failure';

const stopped = ['state_foreign', 'state_missing'] as const;

/** Why the token was not fetched; stays until something else is pasted. */
export function PasteProblem({ error }: { error: Error | null }) {
  const t = useTranslations('authorizations');
  const reason = stopped.find((known) => known === readFailure(error).reason);
  if (!reason) return <Problem error={error} />;
  return (
    <Callout announce tone="broken" icon={<Icon name="circle-alert" />} title={t('problem.title')}>
      {t(`paste.explain.${reason}`)}
    </Callout>
  );
}
