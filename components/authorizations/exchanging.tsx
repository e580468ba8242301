'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { Countdown } from '@/components/ui/countdown';
import { Icon } from '@/components/ui/icon';
import { Progress } from '@/components/ui/progress';
import type { Authorization } from '@/contract/authorizations';
import { FailureFold } from './failure-fold';
import { StepCard } from './step-card';
import { useFailureWording } from './use-failure-wording';
import { WaitsForSecret, waitsForSecret } from './waits-for-secret';

/** The code is being traded; when TikTok does not answer, it says so and goes on trying. */
export function Exchanging({ authorization }: { authorization: Authorization }) {
  const { failure, tries, codeExpiresAt } = authorization;
  const t = useTranslations('authorizations.exchanging');
  const wording = useFailureWording();
  return (
    <StepCard current={2} title={t('title')} lead={failure ? undefined : t('text')}>
      {!waitsForSecret(authorization) && <Progress label={t('progress')} />}
      {waitsForSecret(authorization) && <WaitsForSecret authorization={authorization} />}
      {failure && !waitsForSecret(authorization) && (
        <Callout tone="degraded" icon={<Icon name="refresh-cw" />} title={t('again', { tries })}>
          <p>
            {wording(failure).headline}: {wording(failure).cause}
          </p>
          <p className="mt-1">{t('againText')}</p>
          <FailureFold failure={failure} at={null} />
        </Callout>
      )}
      {failure && codeExpiresAt && <Countdown until={codeExpiresAt} suffix={t('left')} />}
    </StepCard>
  );
}
