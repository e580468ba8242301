'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { useUpdate } from '@/components/connections/view/use-change';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Textarea } from '@/components/ui/textarea';

export function NotesDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections');
  const form = useId();
  const { mutate, isPending, error } = useUpdate({ said: t('notes.done'), onClose });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    mutate({ id: connection.id, notes: String(new FormData(event.currentTarget).get('notes')) });
  }
  const footer = <FormFooter form={form} action={t('notes.action')} pending={isPending} onCancel={onClose} />;
  return (
    <Dialog open onClose={onClose} busy={isPending} title={t('notes.title')} size="md" footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('notes.label')} hint={t('notes.hint')}>
          {(control) => <Textarea {...control} name="notes" maxLength={4000} defaultValue={connection.notes} />}
        </Field>
        <FailureCallout error={error} />
      </form>
    </Dialog>
  );
}
