'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/members/failure';
import type { MemberDialogProps } from '@/components/members/member-act';
import { RoleChoice } from '@/components/members/role-choice';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';
import { say } from '@/components/ui/say';
import type { Role } from '@/contract/permissions';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';

export function RoleDialog({ member, onClose }: MemberDialogProps) {
  const t = useTranslations('members');
  const roleName = useTranslations('common.role');
  const form = useId();
  const [api, client, router] = [useApi(), useQueryClient(), useRouter()];
  const { person } = useSession();
  const self = member.id === person.id;
  const { mutate, isPending, error } = useMutation(
    api.members.changeRole.mutationOptions({
      onSuccess: async ({ name, role }) => {
        await client.invalidateQueries();
        onClose();
        say(t('role.done', { name, role: roleName(role) }));
        // What the reader is offered hangs on their own role.
        if (self) router.refresh();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    mutate({ id: member.id, role: new FormData(event.currentTarget).get('role') as Role });
  }
  const footer = <FormFooter form={form} action={t('role.action')} pending={isPending} onCancel={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      busy={isPending}
      title={t('role.title', { name: member.name })}
      description={t(self ? 'role.own' : 'role.text')}
      footer={footer}
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <RoleChoice legend={t('role.legend')} chosen={member.role} />
        <Failure error={error} />
      </form>
    </Dialog>
  );
}
