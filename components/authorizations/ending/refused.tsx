'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Authorization } from '@/contract/authorizations';
import { tikTokMeaning } from '@/contract/tiktok-codes';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { FailureFold } from '../failure-fold';
import { StartAgainButton } from '../start-again-button';
import { StepCard } from '../step-card';
import { knownKey, useFailureWording } from '../use-failure-wording';
import { WhoCanFix } from './who-can-fix';

const unexplained = { key: 'other_refusal', code: null, message: null, requestId: null };

/** TikTok said no. What is wrong with the app is mended at the app, anything else by starting again. */
export function Refused({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations');
  const { team, may } = useSession();
  const { app, finishedAt } = authorization;
  const failure = authorization.failure ?? unexplained;
  const { headline, cause, action } = useFailureWording()(failure);
  const meaning = tikTokMeaning(knownKey(failure));
  const atApp = meaning.state === 'app_problem';
  return (
    <StepCard current={2} sign={{ icon: <Icon name="circle-x" />, tone: 'broken' }} title={headline} lead={cause}>
      <div>
        <p className="mb-3 font-medium">{action}</p>
        <WhoCanFix who={meaning.who} />
        <FailureFold failure={failure} at={finishedAt} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        {may('authorizations.create') && (
          <StartAgainButton authorization={authorization} variant={atApp ? 'secondary' : 'primary'}>
            {t('ending.startAgain')}
          </StartAgainButton>
        )}
        {atApp && (
          <LinkButton href={paths.app(team.slug, app.id)} variant="primary">
            {t('failure.openApp')}
          </LinkButton>
        )}
      </div>
    </StepCard>
  );
}
