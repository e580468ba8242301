'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/members/failure';
import type { MemberDialogProps } from '@/components/members/member-act';
import { isWrongProof } from '@/components/layout/proof/proof-fields';
import { RoleChoice } from '@/components/members/role-choice';
import { useGiving } from '@/components/members/use-giving';
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
  const { choose, isReady, askFor, prove } = useGiving({ chosen: member.role, held: member.role });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (fields: FormData) => {
      await prove(fields);
      return api.members.changeRole.call({ id: member.id, role: fields.get('role') as Role });
    },
    onSuccess: async ({ name, role }) => {
      await client.invalidateQueries();
      onClose();
      say(t('role.done', { name, role: roleName(role) }));
      // What the reader is offered hangs on their own role.
      if (self) router.refresh();
    },
    gcTime: 0,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isReady(event.currentTarget)) mutate(new FormData(event.currentTarget));
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
        <RoleChoice legend={t('role.legend')} chosen={member.role} onChoose={choose} />
        {askFor(error)}
        {!isWrongProof(error) && <Failure error={error} />}
      </form>
    </Dialog>
  );
}
