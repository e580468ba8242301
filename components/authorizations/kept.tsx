'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Countdown } from '@/components/ui/countdown';
import { Fact, Facts } from '@/components/ui/facts';
import { Icon } from '@/components/ui/icon';
import { RelativeTime } from '@/components/ui/time';
import { useClock } from '@/components/ui/use-clock';
import type { Authorization } from '@/contract/authorizations';
import { useSession } from '@/lib/session';
import { DiscardButton } from './discard-button';
import { Problem } from './problem';
import { StepCard } from './step-card';
import { useAccept } from './use-accept';

const hour = 60 * 60 * 1000;

/** A code that came back from nobody in particular waits for a member's word. */
export function Kept({ authorization }: { authorization: Authorization }) {
  const t = useTranslations('authorizations.kept');
  const { may } = useSession();
  const { id, bound, startedBy, codeExpiresAt } = authorization;
  const accept = useAccept();
  const expiresAt = new Date(codeExpiresAt ?? 0).getTime();
  const late = useClock(1000) >= expiresAt;
  const text = bound ? (startedBy ? t('bound', { name: startedBy.name }) : t('boundNobody')) : t('text');
  return (
    <StepCard current={2} sign={{ icon: <Icon name="inbox" />, tone: 'accent' }} title={t('title')} lead={text}>
      <Facts>
        <Fact name={t('arrived')}>
          <RelativeTime at={expiresAt - hour} />
        </Fact>
      </Facts>
      <p className="text-mute">{t('marked')}</p>
      <Problem error={accept.error} />
      {may('authorizations.create') ? (
        <div className="flex flex-wrap items-center gap-3">
          {late ? <p className="text-broken">{t('late')}</p> : <Countdown until={expiresAt} suffix={t('left')} />}
          <div className="ms-auto flex gap-2">
            <DiscardButton id={id} title={t('discardTitle')} text={t('discardText')} action={t('discard')}>
              {t('discard')}
            </DiscardButton>
            <Button variant="primary" disabled={late} pending={accept.isPending} onClick={() => accept.mutate({ id })}>
              {t('accept')}
            </Button>
          </div>
        </div>
      ) : (
        <p className="text-mute">{t('reader')}</p>
      )}
    </StepCard>
  );
}
