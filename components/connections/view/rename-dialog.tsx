'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { useUpdate } from '@/components/connections/view/use-change';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Input } from '@/components/ui/input';

export function RenameDialog({ connection, onClose }: ActDialogProps) {
  const t = useTranslations('connections');
  const form = useId();
  const router = useRouter();
  const { mutate, isPending, error } = useUpdate({ said: t('rename.done'), onClose: renamed });

  // The page's title and its trail hold the name too.
  function renamed() {
    onClose();
    router.refresh();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    if (name) mutate({ id: connection.id, name });
  }
  const footer = <FormFooter form={form} action={t('rename.action')} pending={isPending} onCancel={onClose} />;
  return (
    <Dialog open onClose={onClose} busy={isPending} title={t('rename.title')} footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('rename.name')} hint={t('rename.hint')}>
          {(control) => <Input {...control} name="name" required maxLength={120} defaultValue={connection.name} />}
        </Field>
        <FailureCallout error={error} />
      </form>
    </Dialog>
  );
}
