'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { KeyDraft } from '@/components/keys/create/key-draft';
import { KeyForm } from '@/components/keys/create/key-form';
import { MadeKey } from '@/components/keys/create/made-key';
import { useCreate } from '@/components/keys/create/use-create';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';

/** What the key shall may and reach; then the key itself, this once. */
export function CreateDialog({ kept, onClose }: { kept: KeyDraft | null; onClose: () => void }) {
  const t = useTranslations('keys.make');
  const form = useId();
  const { create, pending, error, made } = useCreate();
  const footer = made ? (
    <Button variant="primary" onClick={onClose}>
      {t('done')}
    </Button>
  ) : (
    <FormFooter form={form} action={t('action')} pending={pending} onCancel={onClose} />
  );
  return (
    <Dialog
      open
      // A click beside it must not lose the only sight of the key.
      alert={made !== null}
      onClose={onClose}
      busy={pending}
      size="lg"
      title={made ? t('made', { name: made.apiKey.name }) : t('title')}
      description={made ? t('once') : undefined}
      footer={footer}
    >
      {made ? <MadeKey made={made} /> : <KeyForm id={form} kept={kept} error={error} onSubmit={create} />}
    </Dialog>
  );
}
