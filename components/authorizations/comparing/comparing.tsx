'use client';

import { useTranslations } from 'next-intl';
import { Progress } from '@/components/ui/progress';
import type { Authorization } from '@/contract/authorizations';
import { useSession } from '@/lib/session';
import { DiscardButton } from '../discard-button';
import { FailureFold } from '../failure-fold';
import { StepCard } from '../step-card';
import { WaitsForSecret, waitsForSecret } from '../waits-for-secret';
import { Decision } from './decision';

/** A re-authorization whose new token is held aside: first what it reaches, then what to do with it. */
export function Comparing({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.comparing');
  const { id, comparison, failure } = authorization;
  if (comparison) return <Decision authorization={authorization} comparison={comparison} />;
  if (waitsForSecret(authorization)) {
    return (
      <StepCard current={2} title={t('reading')} lead={t('readingText')}>
        <WaitsForSecret authorization={authorization} />
        {failure && <Discard id={id} />}
      </StepCard>
    );
  }
  return (
    <StepCard current={2} title={t('reading')} lead={t(failure?.key ? 'readingAgain' : 'readingText')}>
      <Progress label={t('reading')} />
      {failure?.key && <FailureFold failure={failure} at={null} />}
      {failure?.key && <Discard id={id} />}
    </StepCard>
  );
}

/** The way out where TikTok goes on refusing: the token in use stays. */
function Discard({ id }: { id: string }) {
  const t = useTranslations('authorizations.comparing');
  const { may } = useSession();
  if (!may('authorizations.create')) return null;
  return (
    <div className="-ms-3">
      <DiscardButton id={id} title={t('discardTitle')} text={t('discardText')} action={t('discard')}>
        {t('discard')}
      </DiscardButton>
    </div>
  );
}
