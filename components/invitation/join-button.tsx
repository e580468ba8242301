'use client';

import { useTranslations } from 'next-intl';
import { FailureText } from '@/components/invitation/failure-text';
import { useAccept } from '@/components/invitation/use-accept';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Icon } from '@/components/ui/icon';

/** For somebody who is signed in with the invited address. */
export function JoinButton({ token, team }: { token: string; team: string }) {
  const t = useTranslations('invitation');
  const { join, pending, refusal } = useAccept(token);
  return (
    <>
      {refusal && (
        <Callout tone="broken" icon={<Icon name="circle-alert" />} title={t('failure.title')} announce>
          <FailureText reason={refusal.reason} />
        </Callout>
      )}
      <Button variant="primary" pending={pending} onClick={() => void join()}>
        {t('join', { team })}
      </Button>
    </>
  );
}
