'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Failure } from '@/components/members/failure';
import { HeirField } from '@/components/members/heir-field';
import type { MemberDialogProps } from '@/components/members/member-act';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';
import { say } from '@/components/ui/say';
import { useApi } from '@/lib/api';

export function HandOverDialog({ member, onClose }: MemberDialogProps) {
  const t = useTranslations('members');
  const form = useId();
  const [heir, setHeir] = useState('');
  const [api, client] = [useApi(), useQueryClient()];
  const { mutate, isPending, error } = useMutation(
    api.members.handOver.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        onClose();
        say(t('handOver.done', { name: heir }));
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const select = event.currentTarget.elements.namedItem('heir') as HTMLSelectElement;
    setHeir(select.selectedOptions[0]?.text ?? '');
    mutate({ id: member.id, to: select.value });
  }
  const footer = <FormFooter form={form} action={t('handOver.action')} pending={isPending} onCancel={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      busy={isPending}
      title={t('handOver.title', { name: member.name })}
      description={t('handOver.text')}
      footer={footer}
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        <HeirField of={member.id} label={t('handOver.to')} />
        <Failure error={error} />
      </form>
    </Dialog>
  );
}
