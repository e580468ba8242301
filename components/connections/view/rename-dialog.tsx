'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import type { ActDialogProps } from '@/components/connections/act-dialog';
import { FailureCallout } from '@/components/connections/failure';
import { useUpdate } from '@/components/connections/view/use-change';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

export function RenameDialog({ connection, open, onClose }: ActDialogProps) {
  const t = useTranslations('connections');
  const form = useId();
  const router = useRouter();
  const { mutate, isPending, error, reset } = useUpdate({ said: t('rename.done'), onClose: close });

  function close() {
    reset();
    onClose();
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    // The page's title and its trail hold the name too.
    if (name) mutate({ id: connection.id, name }, { onSuccess: () => router.refresh() });
  }
  const footer = (
    <>
      <Button onClick={close} disabled={isPending}>
        {t('cancel')}
      </Button>
      <Button type="submit" form={form} variant="primary" pending={isPending}>
        {t('rename.action')}
      </Button>
    </>
  );
  return (
    <Dialog open={open} onClose={close} busy={isPending} title={t('rename.title')} footer={footer}>
      <form id={form} onSubmit={submit} className="grid gap-4">
        <Field label={t('rename.name')} hint={t('rename.hint')}>
          {(control) => <Input {...control} name="name" required maxLength={120} defaultValue={connection.name} />}
        </Field>
        <FailureCallout error={error} />
      </form>
    </Dialog>
  );
}
