'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Input } from '@/components/ui/input';
import { say } from '@/components/ui/say';
import type { ViewNoun } from '@/contract/views';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';
import { isNameTaken, ViewFailure } from './view-failure';

type SaveViewDialogProps = { noun: ViewNoun; query: string; onClose: () => void };

/** Keeps a list's filter and order under a name, for oneself or for the team. */
export function SaveViewDialog({ noun, query, onClose }: SaveViewDialogProps) {
  const t = useTranslations('shell.views');
  const form = useId();
  const [api, queryClient] = [useApi(), useQueryClient()];
  const { may } = useSession();
  const { mutate, isPending, error } = useMutation(
    api.views.create.mutationOptions({
      onSuccess: async ({ name }) => {
        await queryClient.invalidateQueries({ queryKey: api.views.key() });
        onClose();
        say(t('saved', { name }));
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    mutate({ noun, name: String(fields.get('name')), query, shared: fields.has('shared') });
  }
  const footer = <FormFooter form={form} action={t('save')} pending={isPending} onCancel={onClose} />;
  return (
    <Dialog open onClose={onClose} busy={isPending} title={t('saveTitle')} description={t('saveText')} footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('name')} error={isNameTaken(error) ? t('taken') : undefined}>
          {(control) => <Input {...control} name="name" required maxLength={60} autoComplete="off" />}
        </Field>
        {may('views.share') && <Checkbox name="shared" label={t('shared')} />}
        <ViewFailure error={error} />
      </form>
    </Dialog>
  );
}
