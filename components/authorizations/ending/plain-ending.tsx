'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { Authorization } from '@/contract/authorizations';
import { useSession } from '@/lib/session';
import { FailureFold } from '../failure-fold';
import { StartAgainButton } from '../start-again-button';
import { StepCard } from '../step-card';

const signs = {
  cancelled: { icon: <Icon name="circle-slash" />, tone: 'neutral' },
  expired: { icon: <Icon name="clock" />, tone: 'neutral' },
  expiredCode: { icon: <Icon name="clock" />, tone: 'degraded' },
  lost: { icon: <Icon name="unplug" />, tone: 'degraded' },
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
