'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/members/failure';
import { HeirField } from '@/components/members/heir-field';
import type { MemberDialogProps } from '@/components/members/member-act';
import { OwnedList } from '@/components/members/owned-list';
import { usePart } from '@/components/members/use-part';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';
import { useSession } from '@/lib/session';

/** Somebody goes: the reader themself, or a member they remove. What they own goes to somebody who stays. */
export function PartingDialog({ member, onClose }: MemberDialogProps) {
  const t = useTranslations('members.remove');
  const form = useId();
  const { person, team } = useSession();
  const self = member.id === person.id;
  const { owned, part, pending, error } = usePart(member, onClose);
  // Whoever does not see what that is is told by the server, if it is anything.
  const owns = owned && Object.values(owned).some((count) => count > 0);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const heir = new FormData(event.currentTarget).get('heir');
    part(heir ? String(heir) : undefined);
  }
  const action = t(self ? 'leaveAction' : 'action');
  const footer = <FormFooter danger form={form} action={action} pending={pending} onCancel={onClose} />;
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      busy={pending}
      title={self ? t('leaveTitle', { team: team.name }) : t('title', { name: member.name })}
      description={t(self ? 'leaveText' : 'text')}
      footer={footer}
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {owned && !owns && <p className="text-mute">{t(self ? 'nothingOwn' : 'nothing')}</p>}
        {owns && (
          <div className="grid gap-1">
            <p className="font-medium">{t(self ? 'ownedOwn' : 'owned')}</p>
            <OwnedList owned={owned} leaveOut={['apiKeys']} />
            {owned.apiKeys > 0 && <p className="text-degraded">{t('keys', { count: owned.apiKeys })}</p>}
          </div>
        )}
        {owns && <HeirField of={member.id} label={t('heir')} />}
        <Failure error={error} />
      </form>
    </Dialog>
  );
}
