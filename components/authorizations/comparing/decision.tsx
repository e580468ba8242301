'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Authorization, Comparison } from '@/contract/authorizations';
import { useSession } from '@/lib/session';
import { StepCard } from '../step-card';
import { Acts } from './acts';
import { Difference } from './difference';
import { Identities } from './identities';
import { kindOf, losesAnything } from './kind-of';
import { Losses } from './losses';

type DecisionProps = { authorization: Authorization; comparison: Comparison };

/** Whose the new token is, what it would change, and the decision. */
export function Decision({ authorization, comparison }: DecisionProps) {
  const t = useTranslations('authorizations.comparing');
  const { may } = useSession();
  // Whoever has understood one loss has not understood another.
  const [understood, setUnderstood] = useState<string | null>(null);
  const kind = kindOf(comparison);
  const { canReplace, advertisers } = comparison;
  const asksTick = canReplace && losesAnything(comparison);
  const lost = JSON.stringify([advertisers.lostCount, advertisers.lost, comparison.scopes.lost]);
  const isUnderstood = understood === lost;
  return (
    <StepCard
      current={2}
      sign={
        canReplace
          ? { icon: <Icon name="git-compare-arrows" />, tone: 'degraded' }
          : { icon: <Icon name="user-x" />, tone: 'broken' }
      }
      title={t(kind)}
      lead={t(`${kind}Text`, { count: advertisers.kept })}
    >
      <Identities comparison={comparison} />
      <Difference comparison={comparison} />
      {may('authorizations.create') ? (
        <>
          {asksTick && (
            <Losses
              comparison={comparison}
              checked={isUnderstood}
              onChange={(checked) => setUnderstood(checked ? lost : null)}
            />
          )}
          <Acts authorization={authorization} comparison={comparison} blocked={asksTick && !isUnderstood} />
        </>
      ) : (
        <p className="text-mute">{t('reader')}</p>
      )}
    </StepCard>
  );
}
