'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { isNameTaken, ViewFailure } from '@/components/layout/save-view/view-failure';
import type { ViewAct } from '@/components/views/view-act';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Input } from '@/components/ui/input';
import { useApi } from '@/lib/api';
import { useSession } from '@/lib/session';

/** Renaming a view and sharing it; or removing it, once that is confirmed. */
export function ViewDialog({ kind, view, onClose }: ViewAct & { onClose: () => void }) {
  const t = useTranslations('shell.views');
  const form = useId();
  const [api, queryClient] = [useApi(), useQueryClient()];
  const { may } = useSession();
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: api.views.key() });
    onClose();
  };
  const update = useMutation(api.views.update.mutationOptions({ onSuccess }));
  const remove = useMutation(api.views.remove.mutationOptions({ onSuccess }));
  const { isPending, error } = kind === 'rename' ? update : remove;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (kind === 'remove') return remove.mutate({ id: view.id });
    const fields = new FormData(event.currentTarget);
    const shared = may('views.share') ? fields.has('shared') : undefined;
    update.mutate({ id: view.id, name: String(fields.get('name')), shared });
  }
  const footer = (
    <FormFooter
      form={form}
      action={t(kind === 'remove' ? 'remove' : 'save')}
      danger={kind === 'remove'}
      pending={isPending}
      onCancel={onClose}
    />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      busy={isPending}
      alert={kind === 'remove'}
      title={t(kind === 'remove' ? 'removeTitle' : 'renameTitle', { name: view.name })}
      description={kind === 'remove' && t(view.shared ? 'removeSharedText' : 'removeText')}
      footer={footer}
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {kind === 'rename' && (
          <>
            <Field label={t('name')} error={isNameTaken(error) ? t('taken') : undefined}>
              {(control) => <Input {...control} name="name" required maxLength={60} defaultValue={view.name} />}
            </Field>
            {may('views.share') && <Checkbox name="shared" label={t('shared')} defaultChecked={view.shared} />}
          </>
        )}
        <ViewFailure error={error} />
      </form>
    </Dialog>
  );
}
