'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import type { Authorization } from '@/contract/authorizations';
import { paths } from '@/lib/paths';
import { useSession } from '@/lib/session';
import { StartAgainButton } from '../start-again-button';
import { StepCard } from '../step-card';
import { WhoCanFix } from './who-can-fix';

/** There is a token, and it reaches nothing: its connection is authorized once more. */
export function NoAdvertisers({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.ending');
  const { team, may } = useSession();
  const { connectionId } = authorization;
  return (
    <StepCard
      current={2}
      sign={{ icon: <Icon name="triangle-alert" />, tone: 'degraded' }}
      title={t('no_advertisers.title')}
      lead={t('no_advertisers.text')}
    >
      <WhoCanFix who="advertiser" />
      <div className="flex flex-wrap justify-end gap-2">
        {connectionId && (
          <LinkButton href={paths.connection(team.slug, connectionId)} variant="ghost">
            {t('openConnection')}
          </LinkButton>
        )}
        {may('authorizations.create') && (
          <StartAgainButton authorization={authorization} variant="primary">
            {t('tryAgain')}
          </StartAgainButton>
        )}
      </div>
    </StepCard>
  );
}
