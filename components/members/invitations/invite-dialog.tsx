'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { Failure } from '@/components/members/failure';
import { ExpirySelect } from '@/components/members/invitations/expiry-select';
import { SentLink } from '@/components/members/invitations/sent-link';
import { isWrongProof } from '@/components/layout/proof/proof-fields';
import { RoleChoice } from '@/components/members/role-choice';
import { useGiving } from '@/components/members/use-giving';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormFooter } from '@/components/ui/form-footer';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { Role } from '@/contract/permissions';
import { useApi } from '@/lib/api';
import { type ApiFailure, readFailure } from '@/lib/api-failure';

const ofAddress = ['already_member', 'already_invited'] as const;

const isOfEmail = (failure: ApiFailure | null): boolean =>
  failure?.code === 'invalid_input' &&
  ((failure.data.issues as { path: string[] }[] | undefined) ?? []).some(({ path: [field] }) => field === 'email');

/** Invites an address to a role; then shows the link, this once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('members');
  const form = useId();
  const language = useLocale();
  const [api, client] = [useApi(), useQueryClient()];
  const onSuccess = () => client.invalidateQueries({ queryKey: api.invitations.key() });
  const { choose, isReady, askFor, prove } = useGiving({ chosen: 'operator' });
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (fields: FormData) => {
      await prove(fields);
      const [email, role] = [String(fields.get('email')), fields.get('role') as Role];
      return api.invitations.create.call({ email, role, expiresInHours: Number(fields.get('expires')), language });
    },
    onSuccess,
    gcTime: 0,
  });
  const failure = error && readFailure(error);
  const known = ofAddress.find((reason) => reason === failure?.reason);
  const wrong = known ? t(`failure.${known}`) : isOfEmail(failure) ? t('invite.emailWrong') : undefined;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isReady(event.currentTarget)) mutate(new FormData(event.currentTarget));
  }
  const footer = data ? (
    <Button variant="primary" onClick={onClose}>
      {t('invite.done')}
    </Button>
  ) : (
    <FormFooter form={form} action={t('invite.action')} pending={isPending} onCancel={onClose} />
  );
  const title = data ? t('invite.sent', { email: data.invitation.email }) : t('invite.title');
  return (
    <Dialog open onClose={onClose} busy={isPending} title={title} footer={footer} size="md">
      {data ? (
        <SentLink sent={data} />
      ) : (
        <form id={form} noValidate onSubmit={submit} className="grid gap-4">
          <Field label={t('invite.email')} hint={t('invite.emailHint')} error={wrong}>
            {(control) => <Input {...control} name="email" type="email" autoComplete="off" maxLength={320} />}
          </Field>
          <RoleChoice legend={t('invite.role')} chosen="operator" onChoose={choose} />
          <Field label={t('invite.expires')}>{(control) => <ExpirySelect {...control} name="expires" />}</Field>
          {askFor(error)}
          {!wrong && !isWrongProof(error) && <Failure error={error} />}
        </form>
      )}
    </Dialog>
  );
}
