'use client';

import { useTranslations } from 'next-intl';
import { RoleBadge } from '@/components/members/role-badge';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { DateTime } from '@/components/ui/time';
import { useClock } from '@/components/ui/use-clock';
import type { Invitation } from '@/contract/invitations';
import { mayGive } from '@/contract/role-heights';
import { useSession } from '@/lib/session';

type InvitationRowProps = { invitation: Invitation; onAct: (kind: 'resend' | 'withdraw') => void };

const tick = 30_000;

export function InvitationRow({ invitation: { email, role, invitedBy, expiresAt }, onAct }: InvitationRowProps) {
  const t = useTranslations('members.invitations');
  const { may, role: own } = useSession();
  const expired = new Date(expiresAt).getTime() <= useClock(tick);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2">
      <span className="grid min-w-0 flex-1 basis-60 gap-0.5">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="min-w-0 font-medium break-all">{email}</span>
          <RoleBadge role={role} />
        </span>
        <span className="text-mute">{t('by', { name: invitedBy.name })}</span>
      </span>
      {expired ? (
        <Badge tone="degraded" icon={<Icon name="clock" />}>
          {t('expired')}
        </Badge>
      ) : (
        <span className="text-mute">
          {t('expires')} <DateTime at={expiresAt} />
        </span>
      )}
      {may('members.manage') && (
        <span className="flex flex-wrap gap-2">
          {mayGive(own, role) && (
            <Button size="sm" aria-label={t('resendLabel', { email })} onClick={() => onAct('resend')}>
              {t('resend')}
            </Button>
          )}
          <Button size="sm" aria-label={t('withdrawLabel', { email })} onClick={() => onAct('withdraw')}>
            {t('withdraw')}
          </Button>
        </span>
      )}
    </li>
  );
}
