'use client';

import { CircleSlash, Clock, Unplug } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Authorization } from '@/contract/authorizations';
import { useSession } from '@/lib/session';
import { FailureFold } from '../failure-fold';
import { StartAgainButton } from '../start-again-button';
import { StepCard } from '../step-card';

const signs = {
  cancelled: { icon: <CircleSlash />, tone: 'neutral' },
  expired: { icon: <Clock />, tone: 'neutral' },
  expiredCode: { icon: <Clock />, tone: 'degraded' },
  lost: { icon: <Unplug />, tone: 'degraded' },
} as const;

/** Nothing was changed, and starting again is all there is to do. */
export function PlainEnding({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.ending');
  const { may } = useSession();
  const kind = kindOf(authorization);
  const { failure, finishedAt } = authorization;
  return (
    <StepCard current={2} sign={signs[kind]} title={t(`${kind}.title`)} lead={t(`${kind}.text`)}>
      {failure && <FailureFold failure={failure} at={finishedAt} />}
      {may('authorizations.create') && (
        <div className="flex flex-wrap justify-end gap-2">
          <StartAgainButton authorization={authorization} variant="primary">
            {t('startAgain')}
          </StartAgainButton>
        </div>
      )}
    </StepCard>
  );
}

function kindOf({ status, codeExpiresAt }: Authorization): keyof typeof signs {
  if (status === 'expired') return codeExpiresAt ? 'expiredCode' : 'expired';
  return status === 'lost' ? 'lost' : 'cancelled';
}
