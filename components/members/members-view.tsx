'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { InviteDialog } from '@/components/members/invitations/invite-dialog';
import { OpenInvitations } from '@/components/members/invitations/open-invitations';
import { MemberList } from '@/components/members/member-list';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHeader } from '@/components/ui/page-header';
import { useSession } from '@/lib/session';

/** Who belongs to the team, and who is invited to it. */
export function MembersView() {
  const t = useTranslations('members');
  const manages = useSession().may('members.manage');
  const [inviting, setInviting] = useState(false);
  const invite = (
    <Button variant="primary" icon={<Icon name="mail-plus" />} onClick={() => setInviting(true)}>
      {t('invite.button')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={manages && invite} />
      <OpenInvitations />
      <MemberList />
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}
