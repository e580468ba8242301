'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Losses } from '@/components/connections/revoke/losses';
import { Field } from '@/components/ui/field';
import { FormFooter } from '@/components/ui/form-footer';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { Connection } from '@/contract/connections';

type RevokeFormProps = {
  connection: Connection;
  pending: boolean;
  /** Why it did not work the last time. */
  refusal: ReactNode;
  onRevoke: (reason: string) => void;
  onCancel: () => void;
};

export function RevokeForm({ connection, pending, refusal, onRevoke, onCancel }: RevokeFormProps) {
  const t = useTranslations('connections');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const ready = reason.trim() !== '' && typed.trim() === connection.name;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready && !pending) onRevoke(reason.trim());
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Losses connection={connection} />
      <Field label={t('revoke.reason')} hint={t('revoke.reasonHint')}>
        {(control) => (
          <Textarea
            {...control}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.rich('revoke.confirm', { name: () => <b translate="no">{connection.name}</b> })}>
        {(control) => (
          <Input
            {...control}
            required
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      {refusal}
      <div className="flex flex-wrap justify-end gap-2">
        <FormFooter danger action={t('revoke.action')} pending={pending} disabled={!ready} onCancel={onCancel} />
      </div>
    </form>
  );
}
