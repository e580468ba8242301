'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { FailureCallout, useFailureText } from '@/components/account/failure';
import { RecoveryCodes } from '@/components/account/recovery-codes';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { SecretInput } from '@/components/ui/secret-input';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';
import { KeyStep } from '@/components/account/key-step';

/** Password, then the key and a first code of it, then the recovery codes. */
export function SetUpDialog({ hasPassword, onClose }: { hasPassword: boolean; onClose: () => void }) {
  const t = useTranslations('account.setUp');
  const form = useId();
  const api = useApi();
  const start = useMutation(api.account.startSecondFactor.mutationOptions({ gcTime: 0 }));
  const confirm = useMutation(api.account.confirmSecondFactor.mutationOptions({ gcTime: 0 }));
  const pending = start.isPending || confirm.isPending;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const fields = new FormData(event.currentTarget);
    if (start.data) confirm.mutate({ code: String(fields.get('code')) });
    else start.mutate({ password: String(fields.get('password') ?? '') });
  }
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      busy={pending}
      title={t('title')}
      description={start.data && t('scan')}
      footer={
        <Button type="submit" form={form} variant="primary" pending={pending}>
          {t(start.data ? 'confirm' : 'next')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {start.data ? (
          <KeyStep qr={start.data.qr} secret={start.data.key} error={confirm.error} />
        ) : (
          <PasswordStep hasPassword={hasPassword} error={start.error} />
        )}
      </form>
    </Dialog>
  );
}

/** Who has none was at the provider just now, or is led there. */
function PasswordStep({ hasPassword, error }: { hasPassword: boolean; error: Error | null }) {
  const t = useTranslations('account.setUp');
  const text = useFailureText();
  const wrong = readFailure(error).reason === 'wrong_password';
  return (
    <>
      {hasPassword ? (
        <Field label={t('password')} error={wrong && text(error)}>
          {(control) => <SecretInput {...control} name="password" autoComplete="current-password" />}
        </Field>
      ) : (
        <p className="text-mute">{t('atProvider')}</p>
      )}
      <FailureCallout error={error} told={wrong} />
    </>
  );
}
