'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { FailureCallout, useFailureText, wantsPassword } from '@/components/account/failure';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { say } from '@/components/ui/say';
import { SecretInput } from '@/components/ui/secret-input';
import { useApi } from '@/lib/api';
import { readFailure } from '@/lib/api-failure';

/** `id`: of the one that ends, which the server refused without a password; null: all others. */
type EndDialogProps = { id: string | null; hasPassword: boolean; onClose: () => void; onSettled: () => void };

/** Asks before sessions end, and for the password of who has not given it lately: the server says when. */
export function EndDialog({ id, hasPassword, onClose, onSettled }: EndDialogProps) {
  const t = useTranslations('account.sessions');
  const text = useFailureText();
  const form = useId();
  const api = useApi();
  const [wanted, setWanted] = useState(id !== null);
  const options = {
    onError: (error: Error) => setWanted((already) => already || wantsPassword(error)),
    onSettled,
    gcTime: 0,
  };
  const tell = (words: string) => {
    say(words);
    onClose();
  };
  const one = useMutation(api.account.endSession.mutationOptions({ ...options, onSuccess: () => tell(t('ended')) }));
  const others = useMutation(
    api.account.endOtherSessions.mutationOptions({
      ...options,
      onSuccess: ({ ended }) => tell(t('othersEnded', { count: ended })),
    }),
  );
  const { error, isPending } = id === null ? others : one;
  const wrong = readFailure(error).reason === 'wrong_password';

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    // Who has none proves it at the provider, which the answer to an empty one says.
    const given = wanted ? { password: String(new FormData(event.currentTarget).get('password') ?? '') } : {};
    if (id === null) others.mutate(given);
    else one.mutate({ id, ...given });
  }
  const footer = (
    <Button type="submit" form={form} variant="danger" pending={isPending}>
      {t(id === null ? 'endOthers' : 'end')}
    </Button>
  );
  return (
    <Dialog
      open
      alert
      busy={isPending}
      onClose={onClose}
      title={t(id === null ? 'endOthersTitle' : 'endTitle')}
      description={t(id === null ? 'endOthersText' : 'endText')}
      footer={footer}
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {wanted && hasPassword && (
          <Field label={t('password')} hint={t('passwordHint')} error={wrong && text(error)}>
            {(control) => (
              <SecretInput {...control} name="password" autoComplete="current-password" required autoFocus />
            )}
          </Field>
        )}
        <FailureCallout error={error} told={wrong || (hasPassword && wantsPassword(error))} />
      </form>
    </Dialog>
  );
}
