'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Failure } from '@/components/members/failure';
import { InvitationRow } from '@/components/members/invitations/invitation-row';
import { ResendDialog } from '@/components/members/invitations/resend-dialog';
import { WithdrawDialog } from '@/components/members/invitations/withdraw-dialog';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Invitation } from '@/contract/invitations';
import { useApi } from '@/lib/api';
import { openInvitations } from '@/lib/member-queries';

type Act = { kind: 'resend' | 'withdraw'; invitation: Invitation };

/** Who is invited and has not come yet; nothing where that is nobody. */
export function OpenInvitations() {
  const t = useTranslations('members');
  const { data, error, refetch } = useQuery(openInvitations(useApi()));
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  if (error) {
    const again = <Button onClick={() => void refetch()}>{t('failure.retry')}</Button>;
    return <Failure error={error} title={t('failure.load')} actions={again} />;
  }
  return (
    <>
      {data && data.length > 0 && (
        <Panel title={t('invitations.title')} count={data.length}>
          <ul aria-label={t('invitations.title')} className="-my-1 divide-y">
            {data.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                invitation={invitation}
                onAct={(kind) => setAct({ kind, invitation })}
              />
            ))}
          </ul>
        </Panel>
      )}
      {act?.kind === 'resend' && <ResendDialog invitation={act.invitation} onClose={close} />}
      {act?.kind === 'withdraw' && <WithdrawDialog invitation={act.invitation} onClose={close} />}
    </>
  );
}
