'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { useUpdate } from '@/components/connections/view/use-change';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

export function NotesDialog({ connection, open, onClose }: ActDialogProps) {
  const t = useTranslations('connections');
  const form = useId();
  const { mutate, isPending, error, reset } = useUpdate({ said: t('notes.done'), onClose: close });

  function close() {
    reset();
    onClose();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    mutate({ id: connection.id, notes: String(new FormData(event.currentTarget).get('notes')) });
  }
  const footer = (
    <>
      <Button onClick={close} disabled={isPending}>
        {t('cancel')}
      </Button>
      <Button type="submit" form={form} variant="primary" pending={isPending}>
        {t('notes.action')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={close} busy={isPending} title={t('notes.title')} size="md" footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('notes.label')} hint={t('notes.hint')}>
          {(control) => <Textarea {...control} name="notes" maxLength={4000} defaultValue={connection.notes} />}
        </Field>
        <FailureCallout error={error} />
      </form>
    </Dialog>
  );
}
