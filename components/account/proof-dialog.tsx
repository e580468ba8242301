'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { FailureCallout, useFailureText } from '@/components/account/failure';
import { RecoveryCodes } from '@/components/account/recovery-codes';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { say } from '@/components/ui/say';
import { SecretInput } from '@/components/ui/secret-input';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';

type ProofDialogProps = { act: 'remove' | 'renew'; hasPassword: boolean; onClose: () => void };

/** Turns the second factor off, or makes new recovery codes: each takes the password and a code. */
export function ProofDialog({ act, hasPassword, onClose }: ProofDialogProps) {
  const t = useTranslations('account');
  const text = useFailureText();
  const form = useId();
  const api = useApi();
  const onSuccess = () => {
    say(t('remove.removed'));
    onClose();
  };
  const remove = useMutation(api.account.removeSecondFactor.mutationOptions({ onSuccess, gcTime: 0 }));
  const renew = useMutation(api.account.renewRecoveryCodes.mutationOptions({ gcTime: 0 }));
  const { error, isPending } = act === 'remove' ? remove : renew;
  const { reason } = readFailure(error);
  const [wrongPassword, wrongCode] = [reason === 'wrong_password', reason === 'wrong_code'];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const given = { password: String(fields.get('password') ?? ''), code: String(fields.get('code')) };
    if (!isPending) (act === 'remove' ? remove : renew).mutate(given);
  }
  if (renew.data) return <RecoveryCodes codes={renew.data.recoveryCodes} onDone={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      busy={isPending}
      title={t(`${act}.title`)}
      description={t(`${act}.text`)}
      footer={
        <Button type="submit" form={form} variant={act === 'remove' ? 'danger' : 'primary'} pending={isPending}>
          {t(`${act}.action`)}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {hasPassword && (
          <Field label={t('proof.password')} error={wrongPassword && text(error)}>
            {(control) => <SecretInput {...control} name="password" autoComplete="current-password" required />}
          </Field>
        )}
        <Field label={t('proof.code')} hint={t('proof.codeHint')} error={wrongCode && text(error)}>
          {(control) => (
            <Input
              {...control}
              name="code"
              autoComplete="one-time-code"
              required
              spellCheck={false}
              className="font-mono"
            />
          )}
        </Field>
        <FailureCallout error={error} told={wrongPassword || wrongCode} />
      </form>
    </Dialog>
  );
}
