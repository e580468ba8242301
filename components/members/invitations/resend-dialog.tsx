'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/members/failure';
import { ExpirySelect } from '@/components/members/invitations/expiry-select';
import { isWrongProof } from '@/components/layout/proof/proof-fields';
import { useGiving } from '@/components/members/use-giving';
import { SentLink } from '@/components/members/invitations/sent-link';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';
import { Field } from '@/components/ui/field';
import type { Invitation } from '@/contract/invitations';
import { useApi } from '@/lib/api';

type ResendDialogProps = { invitation: Invitation; onClose: () => void };

/** A new link for the same invitation, shown this once. */
export function ResendDialog({ invitation: { id, email, role }, onClose }: ResendDialogProps) {
  const t = useTranslations('members');
  const form = useId();
  const language = useLocale();
  const [api, client] = [useApi(), useQueryClient()];
  const onSuccess = () => client.invalidateQueries({ queryKey: api.invitations.key() });
  const { isReady, askFor, prove } = useGiving({ chosen: role });
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (fields: FormData) => {
      await prove(fields);
      return api.invitations.resend.call({ id, expiresInHours: Number(fields.get('expires')), language });
    },
    onSuccess,
    gcTime: 0,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isReady(event.currentTarget)) mutate(new FormData(event.currentTarget));
  }
  const footer = data ? (
    <Button variant="primary" onClick={onClose}>
      {t('invite.done')}
    </Button>
  ) : (
    <FormFooter form={form} action={t('invitations.resend')} pending={isPending} onCancel={onClose} />
  );
  return (
    <Dialog
      open
      onClose={onClose}
      busy={isPending}
      title={data ? t('invite.sent', { email }) : t('invitations.resendTitle', { email })}
      description={data ? undefined : t('invitations.resendText')}
      footer={footer}
      size="md"
    >
      {data ? (
        <SentLink sent={data} />
      ) : (
        <form id={form} onSubmit={submit} className="grid gap-4">
          <Field label={t('invite.expires')}>{(control) => <ExpirySelect {...control} name="expires" />}</Field>
          {askFor(error)}
          {!isWrongProof(error) && <Failure error={error} />}
        </form>
      )}
    </Dialog>
  );
}
